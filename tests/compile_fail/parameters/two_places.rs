use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn create_ticket(&self, #[query] #[form] subject: &str) -> Result<()>;
}

fn main() {}
