//! The whole grammar in one public trait, under the lints of this test's crate.

#![allow(
    unreachable_pub,
    reason = "a public trait is meant, a test has no outside"
)]

use comm100::{Bytes, Page, Result, api};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{client, sent};

/// A ticket.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
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
#[api(path = "livechat/tickets", version = 1, rename_all = "camelCase")]
pub trait Tickets: std::fmt::Debug {
    //! One account's.
    #![allow(clippy::missing_errors_doc)]

    /// Lists tickets.
    #[get(permission = "View Tickets", edition = "Enterprise")]
    async fn list_tickets(
        &self,
        /// The first page.
        #[query(page)]
        page_number: Option<u32>,
        #[query] agent_id: Option<u64>,
        #[query(flatten)] filter: Filter<'_>,
    ) -> Result<TicketPage>;

    #[get("{ticket_id}")]
    async fn get_ticket(&self, ticket_id: u64) -> Result<Ticket>;

    /// Creates a ticket.
    #[post(idempotent)]
    #[must_use]
    async fn create_ticket(&self, #[json] ticket: &Ticket) -> Result<Bytes>;

    /// Changes a ticket in a deprecated way.
    #[put("{id}", idempotent = false, builder = Change)]
    #[deprecated = "use `create_ticket`"]
    async fn change_ticket(
        &self,
        id: u64,
        #[form(join = ",")] members: &[u64],
        #[header("X-Tenant")] tenant: Option<&str>,
    ) -> Result<String>;

    /// Changes a ticket.
    #[patch("{id}")]
    async fn patch_ticket(
        &self,
        id: u64,
        #[field] subject_line: &str,
        #[field] agent_id: Option<Option<u64>>,
        #[field(flatten)] more: Option<Filter<'_>>,
    ) -> Result<()>;

    /// Reads a ticket as any type.
    #[get("{id}/raw")]
    async fn raw<'x, T>(&self, id: &'x str, #[query] word: &str) -> Result<T>
    where
        T: DeserializeOwned + Send;

    /// Only on some systems.
    #[cfg(not(any(unix, windows)))]
    #[delete("{id}")]
    async fn never(&self, id: NoSuchType) -> Result<()>;

    /// Removes a ticket.
    #[cfg(any(unix, windows))]
    #[delete("{id}")]
    #[allow(clippy::missing_errors_doc)]
    async fn remove_ticket(&self, id: u64) -> Result<()>;
}

#[test]
fn the_whole_grammar_passes_all_lints() {
    let client = client();
    let list = client
        .list_tickets(Filter { keyword: "x" })
        .page_number(2)
        .agent_id(3);
    assert_eq!(
        sent(list.request()),
        "GET livechat/tickets?pageNumber=2&agentId=3&keyword=x"
    );
    assert_eq!(
        sent(client.get_ticket(1).request()),
        "GET livechat/tickets/1"
    );
    let create = client.create_ticket(&Ticket { id: 1 });
    assert_eq!(sent(create.request()), r#"POST livechat/tickets {"id":1}"#);
    #[expect(deprecated, reason = "the attribute is kept on the method")]
    let change: Change<'_> = client.change_ticket(1, &[2, 3]);
    let patch = client.patch_ticket(1, "a").agent_id(None);
    assert_eq!(
        sent(patch.request()),
        r#"PATCH livechat/tickets/1 {"subjectLine":"a","agentId":null}"#
    );
    assert_eq!(sent(change.request()), "PUT livechat/tickets/1 members=2,3");
    let raw = client.raw::<Vec<u8>>("a b", "c");
    assert_eq!(sent(raw.request()), "GET livechat/tickets/a%20b/raw?word=c");
    assert_eq!(
        sent(client.remove_ticket(1).request()),
        "DELETE livechat/tickets/1"
    );
    let listed = <comm100::Client as Tickets>::endpoints();
    let names: Vec<&str> = listed.iter().map(comm100::EndpointInfo::name).collect();
    assert_eq!(
        names,
        [
            "list_tickets",
            "get_ticket",
            "create_ticket",
            "change_ticket",
            "patch_ticket",
            "raw",
            "remove_ticket"
        ]
    );
}
