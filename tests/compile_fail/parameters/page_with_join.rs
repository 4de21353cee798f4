use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(page, join = ",")] page: u32) -> Result<()>;
}

fn main() {}
