use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(#[query] &self) -> Result<()>;
}

fn main() {}
