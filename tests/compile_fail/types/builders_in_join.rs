use comm100::{Client, Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<String>;
}

pub async fn get_two(client: &Client) -> (Result<String>, Result<String>) {
    futures_util::future::join(client.get_ticket(1), client.get_ticket(2).send()).await
}

fn main() {}
