//! An alias called `Result` whose value is not its argument.

use comm100::api;

pub type Result<T> = std::result::Result<Vec<T>, comm100::Error>;

#[derive(Debug, serde::Deserialize)]
pub struct Ticket {
    pub id: u64,
}

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<Ticket>;
}

fn main() {}
