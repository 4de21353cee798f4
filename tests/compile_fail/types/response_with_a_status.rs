use comm100::{Response, Result, api};

#[derive(serde::Deserialize)]
struct Ticket {}

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<Response<Ticket>>;
}

fn main() {}
