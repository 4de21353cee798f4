use comm100::api;

#[derive(serde::Deserialize)]
pub struct Ticket {
    pub id: u64,
}

pub type TicketResult = Result<Ticket, String>;

#[api]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> TicketResult;
}

fn main() {}
