use comm100::{Result, api};

#[api]
pub trait Tickets {
    /// Lists tickets.
    async fn list_tickets(&self) -> Result<()>;
}

fn main() {}
