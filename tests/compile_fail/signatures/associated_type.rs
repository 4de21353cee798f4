use comm100::{Result, api};

#[api]
pub trait Tickets {
    type Error;

    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
