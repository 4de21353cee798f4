use comm100::{Result, api};

pub struct Ticket {
    pub id: u64,
}

#[api]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<Vec<Ticket>>;
}

fn main() {}
