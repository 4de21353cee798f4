use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(rename = agentId)] agent: u64) -> Result<()>;
}

fn main() {}
