use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>

    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<()>;
}

pub async fn both(client: &comm100::Client) -> Result<()> {
    client.list_tickets().await?;
    client.get_ticket(7).await
}

fn main() {}
