use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: str, #[query] agents: Option<[u64]>) -> Result<()>;
}

fn main() {}
