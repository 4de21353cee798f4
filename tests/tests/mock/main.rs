//! The mock: the calls that each route takes, its replies, and the reports of what did not match.

mod base_urls;
mod bodies;
mod numbers;
mod reports;
mod routes;
mod templates;

use std::panic::{AssertUnwindSafe, catch_unwind};

use comm100::mock::Mock;
use comm100::{Result, api};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Ticket {
    id: u64,
    subject: String,
}

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    async fn list_tickets(
        &self,
        #[query] keyword: Option<&str>,
        #[query] agent: Option<&[u64]>,
    ) -> Result<Vec<Ticket>>;

    #[get("{id}")]
    async fn get_ticket(&self, id: &str) -> Result<Ticket>;

    #[get("open")]
    async fn open_tickets(&self) -> Result<Vec<Ticket>>;

    #[post]
    async fn create_ticket(&self, #[json] ticket: &Ticket) -> Result<Ticket>;

    #[put("{id}/members")]
    async fn set_members(
        &self,
        id: u64,
        #[form] role: &str,
        #[form(join = ",")] members: &[u64],
        #[header("X-Reason")] reason: Option<&str>,
    ) -> Result<Ticket>;

    #[delete("{id}")]
    async fn remove_ticket(&self, id: u64) -> Result<()>;
}

#[api(path = "livechat/tickets", version = 2)]
trait NewTickets {
    #[get("{id}", builder = NewTicketBuilder)]
    async fn get_new_ticket(&self, id: u64) -> Result<Ticket>;
}

fn ticket(id: u64) -> Ticket {
    Ticket {
        id,
        subject: "A refund".into(),
    }
}

/// Returns the message with which the mock panics when it is dropped.
fn verdict(mock: Mock) -> Option<String> {
    let panic = catch_unwind(AssertUnwindSafe(|| drop(mock))).err()?;
    Some(panic.downcast_ref::<String>().expect("a text").clone())
}
