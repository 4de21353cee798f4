use comm100::{Result, api};

pub struct Request;

#[api(path = "livechat/tickets", call_builder = Request)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<()>;
}

#[api(path = "livechat/contacts", call_builder = Missing)]
pub trait Contacts {
    #[get]
    async fn list_contacts(&self) -> Result<()>;
}

fn main() {}
