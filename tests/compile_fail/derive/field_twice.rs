use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/tickets/{id}")]
struct GetTicket {
    id: u64,
    id: u64,
}

fn main() {}
