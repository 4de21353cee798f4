use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[head("{id}")]
    async fn has_ticket(&self, id: u64, #[field] subject: &str) -> Result<()>;
}

fn main() {}
