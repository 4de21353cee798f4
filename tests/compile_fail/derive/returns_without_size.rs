use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "livechat/tickets", returns = str)]
struct GetText;

#[derive(Endpoint)]
#[endpoint(get = "livechat/tickets", returns = Vec<[u8]>)]
struct GetLists;

#[derive(Endpoint)]
#[endpoint(get = "livechat/tickets", returns = impl Send)]
struct GetAny;

#[derive(Endpoint)]
#[endpoint(get = "livechat/tickets", returns = &str)]
struct GetBorrowed;

fn main() {}
