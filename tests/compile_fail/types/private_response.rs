use comm100::{Result, api};

#[derive(serde::Deserialize)]
struct Ticket {
    _id: u64,
}

#[api]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<Ticket>;
}

fn main() {}
