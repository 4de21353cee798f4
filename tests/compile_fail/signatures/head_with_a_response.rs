use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[head("{id}")]
    async fn has_ticket(&self, id: u64) -> Result<String>;
}

fn main() {}
