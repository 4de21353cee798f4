use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[json] ticket: &str, #[json] note: &str) -> Result<()>;
}

fn main() {}
