use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get("/tickets/")]
    async fn list_tickets(&self) -> Result<Vec<u64>>;
}

fn main() {}
