use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "/livechat/chats/{id}", returns = String)]
pub struct GetChat {
    pub id: String,
}

fn main() {}
