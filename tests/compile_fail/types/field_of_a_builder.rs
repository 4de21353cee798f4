use comm100::{Client, Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<Ticket>;
}

#[derive(serde::Deserialize)]
pub struct Ticket {
    pub id: u64,
}

pub fn id(client: &Client) -> u64 {
    client.get_ticket(42).id
}

fn main() {}
