use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[json] ticket: &str, #[form] agent: u64) -> Result<()>;
}

fn main() {}
