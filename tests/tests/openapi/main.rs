//! Declared endpoints as an OpenAPI document, read by a published parser and looked at.

mod bodies;
mod declared;
mod names;
mod parameters;
mod prose;

use comm100::{Client, OpenApi, Result, api, openapi};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked at")]
pub(crate) struct Ticket {
    id: u64,
    subject: String,
    author: Option<Person>,
}

#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked at")]
pub(crate) struct Person {
    name: String,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct NewTicket {
    subject: String,
}

/// Why, in [`Ticket`]s: it has the name that the document's own errors have.
#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked at")]
pub(crate) struct Error {
    why: String,
}

/// A type without a schema.
#[derive(Deserialize, Serialize)]
pub(crate) struct Untold {
    subject: String,
}

/// Which tickets.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Span {
    /// The first [`Ticket`].
    from: u64,
    to: Option<u64>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "a parameter is passed by reference"
)]
pub(crate) fn as_text(number: &u64) -> String {
    number.to_string()
}

/// The account's tickets, see [`Ticket`].
///
/// And [more](https://tickets.example/).
#[api(path = "livechat/tickets")]
pub(crate) trait Tickets {
    /// Lists tickets,
    /// newest first.
    ///
    /// Those of [`Untold`] too.
    #[get(permission = "View Tickets")]
    async fn list_tickets(
        &self,
        /// Only tickets that hold this text, or [one](Self::get_ticket).
        #[query]
        keyword: Option<&str>,
        #[query(join = ",")] tags: Option<&[String]>,
        #[query(join = " + ")] places: Option<&[String]>,
        #[query(with = as_text)] agent: Option<u64>,
        /// The span.
        #[query(flatten = ["from", "to?"])]
        span: &Span,
        #[query] sort: Option<Untold>,
    ) -> Result<Vec<Ticket>>;

    #[get("untold")]
    async fn untold(&self) -> Result<Untold>;

    #[get("why")]
    async fn why(&self) -> Result<Error>;

    /// A generic method's types are known where it is called.
    #[put("untold/{id}")]
    async fn generic<T: Serialize>(&self, id: u64, #[json] body: &T) -> Result<Untold>;

    #[get("{id}", permission = "View Tickets", edition = "Enterprise")]
    async fn get_ticket(&self, id: u64) -> Result<Ticket>;

    #[post]
    async fn create_ticket(&self, #[json] ticket: &NewTicket) -> Result<Ticket>;

    #[put("{id}/members")]
    async fn set_members(
        &self,
        id: u64,
        #[form(join = ",")] members: &[u64],
        #[form] note: Option<&str>,
        #[header("X-Reason")] reason: Option<&str>,
    ) -> Result<Ticket>;

    #[delete("{id}")]
    async fn remove_ticket(&self, id: u64) -> Result<()>;

    #[get("{id}/text")]
    async fn ticket_text(&self, id: u64) -> Result<String>;
}

#[api(path = "livechat/tickets", version = 2)]
pub(crate) trait NewTickets {
    #[get("{id}", builder = NewGetTicketBuilder)]
    async fn get_ticket(&self, id: u64) -> Result<Ticket>;
}

pub(crate) fn document() -> OpenApi {
    let endpoints = [
        <Client as Tickets>::endpoints(),
        <Client as NewTickets>::endpoints(),
    ];
    openapi(&endpoints.concat())
        .title("The desk")
        .version("3")
        .description("Tickets.")
        .server("https://euportal.comm100.com")
}

pub(crate) fn value() -> Value {
    let value = serde_json::to_value(document()).unwrap();
    assert_eq!(
        value,
        serde_json::from_str::<Value>(&document().to_string()).unwrap()
    );
    value
}

#[test]
pub(crate) fn the_head_contains_what_was_set() {
    let value = value();
    assert_eq!(value["openapi"], "3.1.0");
    assert_eq!(
        value["info"],
        json!({ "title": "The desk", "version": "3", "description": "Tickets." })
    );
    assert_eq!(
        value["servers"],
        json!([{ "url": "https://euportal.comm100.com" }])
    );
    assert_eq!(value["security"], json!([{ "basic": [] }]));
    let words = "The account's tickets, see `Ticket`.\n\nAnd [more](https://tickets.example/).";
    assert_eq!(
        value["tags"],
        json!([{ "name": "tickets", "description": words }])
    );
}

#[test]
pub(crate) fn operations_have_the_words_of_their_methods() {
    let value = value();
    let list = &value["paths"]["/api/v1/livechat/tickets"]["get"];
    assert_eq!(list["summary"], "Lists tickets, newest first");
    assert_eq!(
        list["description"],
        "Those of `Untold` too.\n\nNeeds the permission \"View Tickets\"."
    );
    let why = &value["components"]["schemas"]["Error"];
    assert_eq!(
        why["description"],
        "Why, in `Ticket`s: it has the name that the document's own errors have."
    );
}

#[test]
pub(crate) fn a_schema_set_by_hand_replaces_that_of_the_declared_type() {
    let endpoint = |name: &str| {
        let endpoints = <Client as Tickets>::endpoints().iter();
        *endpoints.clone().find(|one| one.name() == name).unwrap()
    };
    let document = document()
        .body::<Vec<u64>>(CreateTicketBuilder::ENDPOINT)
        .body::<Person>(endpoint("generic"))
        .parameter::<bool>(ListTicketsBuilder::ENDPOINT, "sort")
        .parameter::<Vec<bool>>(SetMembersBuilder::ENDPOINT, "members");
    let value = serde_json::to_value(document).unwrap();
    let json = |path: &str, verb: &str| {
        let body = &value["paths"][path][verb]["requestBody"];
        body["content"]["application/json"]["schema"].clone()
    };
    assert_eq!(json("/api/v1/livechat/tickets", "post")["type"], "array");
    assert_eq!(
        json("/api/v1/livechat/tickets/untold/{id}", "put"),
        json!({ "$ref": "#/components/schemas/Person" })
    );
    let list = &value["paths"]["/api/v1/livechat/tickets"]["get"]["parameters"];
    assert_eq!(list[6]["schema"]["type"], "boolean");
    let members = &value["paths"]["/api/v1/livechat/tickets/{id}/members"]["put"];
    let form = &members["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    assert_eq!(form["properties"]["members"]["items"]["type"], "boolean");
}

#[test]
pub(crate) fn versions_and_names_are_distinguished() {
    let value = value();
    let paths = value["paths"].as_object().unwrap();
    assert!(paths.contains_key("/api/v2/livechat/tickets/{id}"));
    let second = &paths["/api/v2/livechat/tickets/{id}"]["get"]["operationId"];
    assert_eq!(second, "get_ticket_2");
}
