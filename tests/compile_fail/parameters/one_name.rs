use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] agent: u64, #[query(rename = "b")] agent: u64) -> Result<()>;
}

fn main() {}
