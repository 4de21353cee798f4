use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(headers("X-A" = "1"))] agent: u64) -> Result<()>;
}

fn main() {}
