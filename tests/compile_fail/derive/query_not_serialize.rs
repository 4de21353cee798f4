use comm100::Endpoint;

pub struct Filter;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats", returns = String)]
pub struct ListChats {
    #[query]
    pub filter: Filter,
}

fn main() {}
