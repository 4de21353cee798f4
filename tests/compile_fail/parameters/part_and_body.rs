use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[part] subject: &str, #[body] text: &str) -> Result<()>;
}

fn main() {}
