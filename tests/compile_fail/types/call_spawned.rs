use comm100::{Client, Endpoint};

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats/{id}", returns = String)]
pub struct GetChat {
    id: u64,
}

pub fn start(client: &'static Client) {
    tokio::spawn(client.call(GetChat { id: 1 }));
}

fn main() {}
