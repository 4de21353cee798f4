use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[body("text/csv", "text/plain")] text: &str) -> Result<()>;
}

fn main() {}
