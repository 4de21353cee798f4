use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(join = ",", flatten)] agents: &[u64]) -> Result<()>;
}

fn main() {}
