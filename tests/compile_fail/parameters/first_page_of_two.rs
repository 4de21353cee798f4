use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(page, first = 2)] start: u32) -> Result<()>;
}

fn main() {}
