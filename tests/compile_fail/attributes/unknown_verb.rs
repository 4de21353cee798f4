use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[head]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
