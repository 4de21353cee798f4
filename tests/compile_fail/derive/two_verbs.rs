use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats/{id}", post = "livechat/chats/{id}")]
pub struct GetChat {
    pub id: String,
}

fn main() {}
