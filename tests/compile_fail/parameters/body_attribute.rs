use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[body] ticket: &str) -> Result<()>;
}

fn main() {}
