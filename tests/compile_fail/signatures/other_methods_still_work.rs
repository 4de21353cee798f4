use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<()>;

    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<String>;
}

pub async fn both(client: &comm100::Client) -> Result<String> {
    client.list_tickets().keyword("refund").await?;
    client.get_ticket(7).await
}

fn main() {}
