use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[form] keyword: &str, #[form] agent: u64) -> Result<()>;
}

fn main() {}
