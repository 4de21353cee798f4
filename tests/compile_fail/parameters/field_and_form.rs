use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[patch("{id}")]
    async fn update_ticket(&self, id: u64, #[form] agent: u64, #[field] subject: Option<&str>, #[field] note: &str) -> Result<()>;
}

fn main() {}
