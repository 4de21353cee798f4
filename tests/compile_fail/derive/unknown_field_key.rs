use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/chats", returns = String)]
pub struct ListChats {
    #[query(renam = "dateFrom")]
    pub date_from: String,
}

fn main() {}
