use comm100::{Result, api};

#[api(path = "livechat/tickets", timeout = 0)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
