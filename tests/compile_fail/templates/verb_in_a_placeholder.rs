use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post("{id}:{verb}")]
    async fn merge_ticket(&self, id: u64, verb: &str) -> Result<()>;
}

fn main() {}
