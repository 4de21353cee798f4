use comm100::{Result, api};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    async fn list_tickets(&self, #[comm100::query(rename = "agentId")] agent: u64) -> Result<()>;
}

fn main() {}
