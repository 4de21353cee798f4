use comm100::{Result, api};

#[derive(serde::Deserialize)]
struct Ticket {}

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<[Ticket]>;

    #[get("{id}/name")]
    async fn get_name(&self, id: u64) -> Result<str>;

    #[get("{id}/note")]
    async fn get_note(&self, id: u64) -> Result<dyn std::fmt::Debug + Send>;
}

fn main() {}
