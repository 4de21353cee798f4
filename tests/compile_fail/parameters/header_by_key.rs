use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[header(name = "X-Tenant")] tenant: &str) -> Result<()>;
}

fn main() {}
