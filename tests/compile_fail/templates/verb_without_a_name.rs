use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[post("{id}:")]
    async fn merge_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
