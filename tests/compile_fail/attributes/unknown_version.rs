use comm100::{Result, api};

#[api(path = "livechat/tickets", version = 7)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(rename = "x")] agent: u64) -> Result<()>;
}

fn main() {}
