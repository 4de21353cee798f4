use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post(idempotent = "yes")]
    async fn create_ticket(&self) -> Result<()>;
}

fn main() {}
