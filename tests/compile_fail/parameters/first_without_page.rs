use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(first = 0)] start: u32) -> Result<()>;
}

fn main() {}
