//! A library of edition 2021 under every lint that a crate can deny.

#![forbid(unsafe_code)]
#![deny(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    elided_lifetimes_in_paths,
    single_use_lifetimes,
    unused_lifetimes,
    trivial_casts,
    unused,
    warnings,
    rust_2018_idioms,
    rust_2024_compatibility,
    future_incompatible,
    rustdoc::broken_intra_doc_links,
    rustdoc::private_intra_doc_links,
    rustdoc::invalid_html_tags,
    rustdoc::bare_urls,
    rustdoc::invalid_codeblock_attributes,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo
)]
#![allow(
    clippy::multiple_crate_versions,
    clippy::cargo_common_metadata,
    reason = "of the workspace, not of the declarations"
)]

use comm100::{api, Page, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A ticket.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Ticket {
    /// Its number.
    pub id: u64,
}

/// A page of tickets.
#[derive(Clone, Debug, Deserialize)]
pub struct TicketPage {
    pages: u32,
    tickets: Vec<Ticket>,
}

impl Page for TicketPage {
    type Item = Ticket;

    fn has_next(&self, number: u32) -> bool {
        number < self.pages
    }

    fn page_count(&self) -> Option<u32> {
        Some(self.pages)
    }

    fn into_items(self) -> Vec<Ticket> {
        self.tickets
    }
}

/// A filter.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Filter<'a> {
    /// A word.
    pub keyword: &'a str,
}

/// Tickets.
#[api(path = "livechat/tickets", rename_all = "camelCase")]
pub trait Tickets {
    /// Lists tickets; see [`Self::get_ticket`].
    #[get(permission = "View Tickets")]
    async fn list_tickets(
        &self,
        /// The first page; [`Self::get_ticket`] has none.
        #[query(page)]
        page: Option<u32>,
        #[query] agent_id: Option<u64>,
        #[query(flatten)] filter: Filter<'_>,
    ) -> Result<TicketPage>;

    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> Result<Ticket>;

    /// Creates a ticket.
    #[post(idempotent)]
    async fn create_ticket(&self, #[json] ticket: &Ticket) -> Result<Ticket>;

    /// Changes a ticket.
    #[put("{id}", builder = Change)]
    async fn change_ticket(
        &self,
        id: u64,
        #[form(join = ",")] members: &[u64],
        #[header("X-Tenant")] tenant: Option<&str>,
    ) -> Result<String>;

    /// Reads a ticket as any type.
    #[get("{id}/raw")]
    async fn raw<'x, T>(&self, id: &'x str, #[query] word: &str) -> Result<T>
    where
        T: DeserializeOwned;
}

/// The builder of a call about an agent.
#[comm100::call_builder]
pub struct AgentCallBuilder;

/// Agents.
#[api(path = "livechat/agents", call_builder = AgentCallBuilder)]
pub trait Agents {
    /// Lists agents.
    #[get]
    async fn list_agents(&self, #[query] word: Option<&str>) -> Result<Vec<u64>>;
}

/// One ticket, as a value.
#[derive(Clone, Copy, Debug, comm100::Endpoint)]
#[endpoint(get = "livechat/tickets/{id}", returns = Ticket)]
pub struct GetTicket<'a> {
    /// The id.
    pub id: &'a str,
    /// The recipient.
    #[query(rename = "agentId")]
    pub agent: Option<u64>,
}

#[cfg(test)]
mod tests {
    use comm100::{Client, Credentials, Platform, Result};

    use super::{Agents, Filter, GetTicket, Ticket, Tickets};

    #[test]
    fn edition_2021_declares_endpoints() -> Result<()> {
        let client = Client::builder()
            .platform(Platform::Hosted)
            .credentials(Credentials::new("agent@example.com", "KEY"))
            .build()?;
        let filter = Filter { keyword: "x" };
        let list = client.list_tickets(filter).page(2).request()?;
        assert_eq!(list.uri().path(), "/api/v1/livechat/tickets");
        assert_eq!(list.uri().query(), Some("page=2&keyword=x"));
        let agents = client.list_agents().word("x").request()?;
        assert_eq!(agents.uri().query(), Some("word=x"));
        let change = client.change_ticket(1, &[2, 3]).tenant("t").request()?;
        assert_eq!(change.body(), "members=2,3");
        assert_eq!(change.headers()["X-Tenant"], "t");
        let create = client.create_ticket(&Ticket { id: 1 }).request()?;
        assert_eq!(create.body(), r#"{"id":1}"#);
        let raw = client.raw::<Ticket>("7", "y").request()?;
        assert_eq!(raw.uri().query(), Some("word=y"));
        let get = GetTicket {
            id: "7",
            agent: Some(8),
        };
        let get = client.call(get).request()?;
        assert_eq!(get.uri().query(), Some("agentId=8"));
        Ok(())
    }
}
