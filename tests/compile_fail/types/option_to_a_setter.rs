use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<()>;
}

pub async fn list(client: &comm100::Client, keyword: Option<&str>) -> Result<()> {
    client.list_tickets().keyword(keyword).await
}

fn main() {}
