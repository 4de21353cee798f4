use comm100::{Result, api};

pub struct Tenant(pub u64);

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[header("X-Tenant")] tenant: Tenant) -> Result<()>;
}

fn main() {}
