use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get(timeout = "30s")]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
