use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<()>;
}

pub async fn list(client: &comm100::Client) -> Result<()> {
    client.list_tickets().keywrd("refund").await
}

fn main() {}
