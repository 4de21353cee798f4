use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats", returns = String)]
pub enum Chats {
    All,
}

fn main() {}
