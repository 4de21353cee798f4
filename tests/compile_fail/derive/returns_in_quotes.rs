use comm100::Endpoint;

pub struct Chat;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats/{id}", returns = "Chat")]
pub struct GetChat {
    pub id: String,
}

fn main() {}
