use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(page, first = 1 - 1)] page: Option<u32>) -> Result<Vec<u64>>;
}

fn main() {}
