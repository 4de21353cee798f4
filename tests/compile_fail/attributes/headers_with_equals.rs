use comm100::{Result, api};

#[api(path = "livechat/tickets", headers = "Accept-Language: en")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
