#![deny(non_snake_case)]

use comm100::{Result, api};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] agentId: Option<u64>) -> Result<()>;
}

fn main() {}
