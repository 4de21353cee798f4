use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] (from, to): (u64, u64)) -> Result<()>;
}

fn main() {}
