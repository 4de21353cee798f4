use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[options]
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
