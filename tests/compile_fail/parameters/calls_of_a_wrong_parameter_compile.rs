use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query(renam = "q")] keyword: Option<&str>) -> Result<()>;
}

pub async fn list(client: &comm100::Client) -> Result<()> {
    client.list_tickets().keyword("refund").await
}

fn main() {}
