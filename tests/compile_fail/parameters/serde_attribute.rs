use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[serde(rename = "agentId")] #[query] agent: u64) -> Result<()>;
}

fn main() {}
