use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats", returns = String)]
pub struct ListChats {
    #[json]
    pub filter: String,
}

fn main() {}
