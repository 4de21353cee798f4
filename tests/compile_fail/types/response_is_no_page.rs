use comm100::{Result, api};

#[derive(serde::Deserialize)]
pub struct Ticket {
    pub id: u64,
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(page)] page: Option<u32>) -> Result<Vec<Ticket>>;
}

fn main() {}
