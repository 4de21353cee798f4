use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats/{id}" as &str, timeout = 2)]
struct GetChat {
    id: u64,
}

fn main() {}
