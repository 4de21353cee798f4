use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats", returns = Vec<u64>)]
pub struct ListChats {
    #[query(page)]
    pub page: Option<u32>,
}

fn main() {}
