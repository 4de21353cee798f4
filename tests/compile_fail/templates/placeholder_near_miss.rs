use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get("{tiket_id}")]
    async fn get_ticket(&self, ticket_id: u64) -> Result<()>;
}

fn main() {}
