use comm100::{Result, api};

#[api(path = "livechat/tickets" version = 2)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
