use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(GET = "livechat/chats/{id}", returns = String)]
pub struct GetChat {
    pub id: String,
}

fn main() {}
