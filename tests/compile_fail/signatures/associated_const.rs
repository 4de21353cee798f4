use comm100::{Result, api};

#[api]
pub trait Tickets {
    const LIMIT: u32;

    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
