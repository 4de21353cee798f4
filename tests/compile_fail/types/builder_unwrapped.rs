use comm100::{Client, Result, api};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<String>;
}

fn demo(client: &Client) {
    client.get_ticket(42).expect("a ticket");
}

fn main() {}
