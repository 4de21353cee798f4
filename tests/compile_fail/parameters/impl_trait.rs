use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: impl Into<String>) -> Result<()>;
}

fn main() {}
