use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64, #[query] agent: Option<u64>) -> Result<String>;
}

pub async fn get(client: &comm100::Client) -> Result<String> {
    client.get_ticket().await
}

fn main() {}
