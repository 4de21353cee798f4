use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] mut keyword: &str) -> Result<()>;
}

fn main() {}
