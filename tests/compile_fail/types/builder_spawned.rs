use comm100::{Client, Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<String>;
}

pub fn start(client: &'static Client) {
    tokio::spawn(client.get_ticket(1));
}

fn main() {}
