use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[json("application/json")] ticket: &str) -> Result<()>;
}

fn main() {}
