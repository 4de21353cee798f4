//! The dependency has another name: each declaration is one error.

use comm100::{Result, api, call_builder};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Ticket {
    pub id: u64,
}

#[api(path = "tickets", crate = livechat)]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<Vec<Ticket>>;

    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<Ticket>;

    #[post(idempotent)]
    async fn create_ticket(&self, #[field] name: &str, #[header("X-Tag")] tag: Option<u8>) -> Result<()>;
}

#[call_builder(crate = livechat)]
pub struct CallBuilder;

#[derive(comm100::Endpoint)]
#[endpoint(crate = livechat, get = "tickets/{id}", returns = Ticket)]
pub struct GetTicket {
    id: u64,
}

fn main() {}
