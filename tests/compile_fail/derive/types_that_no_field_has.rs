use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/tickets")]
struct ListTickets {
    #[query]
    order: impl Send,
    #[query]
    tags: Option<str>,
}

fn main() {}
