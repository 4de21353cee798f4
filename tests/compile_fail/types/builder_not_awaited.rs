#![deny(unused_must_use)]

use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<()>;
}

pub fn list(client: &comm100::Client) {
    client.list_tickets().keyword("refund");
}

fn main() {}
