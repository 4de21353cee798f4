use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[part] subject: &str) -> Result<()>;
}

fn main() {}
