use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get(timeout = 86_401)]
    async fn list_tickets(&self, #[query] page: u32) -> Result<()>;
}

fn main() {}
