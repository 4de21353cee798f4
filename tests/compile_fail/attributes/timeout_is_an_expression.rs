use comm100::{Result, api};

#[api(path = "livechat/tickets", timeout = 60 * 5)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
