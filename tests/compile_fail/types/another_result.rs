use comm100::api;

pub struct TicketResult;

#[api]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> TicketResult;
}

fn main() {}
