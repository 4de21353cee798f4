use comm100::{Client, Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<String>;
}

pub async fn get_all(client: &Client) -> Vec<Result<String>> {
    futures_util::future::join_all([1, 2].map(|id| client.get_ticket(id))).await
}

fn main() {}
