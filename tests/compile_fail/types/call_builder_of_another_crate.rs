use comm100::{Result, api};

#[api(path = "livechat/tickets", call_builder = comm100::v1::CallBuilder)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<()>;
}

fn main() {}
