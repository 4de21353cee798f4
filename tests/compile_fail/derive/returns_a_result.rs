use comm100::{Endpoint, Result};

#[derive(serde::Deserialize)]
struct Ticket {}

#[derive(Endpoint)]
#[endpoint(get = "livechat/tickets/{id}", returns = Result<Ticket>)]
struct GetTicket {
    id: u64,
}

fn main() {}
