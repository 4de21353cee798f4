use comm100::{Result, api};

#[api(rename_all = "camelCase")]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[form] agent_id: u64, #[form(rename = "agentId")] other: u64) -> Result<()>;
}

fn main() {}
