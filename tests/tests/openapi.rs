//! Declared endpoints as an OpenAPI document, read by a published parser and looked at.

use comm100::{Client, OpenApi, Result, api, openapi, v1};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked at")]
struct Ticket {
    id: u64,
    subject: String,
    author: Option<Person>,
}

#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked at")]
struct Person {
    name: String,
}

#[derive(Serialize, JsonSchema)]
struct NewTicket {
    subject: String,
}

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get]
    async fn list_tickets(&self, #[query] keyword: Option<&str>) -> Result<Vec<Ticket>>;

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
trait NewTickets {
    #[get("{id}", builder = NewGetTicketBuilder)]
    async fn get_ticket(&self, id: u64) -> Result<Ticket>;
}

fn document() -> OpenApi {
    let endpoints = [
        <Client as Tickets>::endpoints(),
        <Client as NewTickets>::endpoints(),
    ];
    openapi(&endpoints.concat())
        .title("The desk")
        .version("3")
        .description("Tickets.")
        .server("https://euportal.comm100.com")
        .response::<ListTicketsBuilder<'_>>()
        .response::<GetTicketBuilder<'_>>()
        .response::<RemoveTicketBuilder<'_>>()
        .response::<TicketTextBuilder<'_>>()
        .body::<NewTicket>(CreateTicketBuilder::ENDPOINT)
        .parameter::<u64>(GetTicketBuilder::ENDPOINT, "id")
        .parameter::<Vec<u64>>(SetMembersBuilder::ENDPOINT, "members")
}

fn value() -> Value {
    let value = serde_json::to_value(document()).unwrap();
    assert_eq!(
        value,
        serde_json::from_str::<Value>(&document().to_string()).unwrap()
    );
    value
}

#[test]
fn the_head_says_what_was_told() {
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
    assert_eq!(value["tags"], json!([{ "name": "tickets" }]));
}

#[test]
fn parameters_stand_in_their_places() {
    let value = value();
    let path = |path: &str, verb: &str| value["paths"][path][verb].clone();
    let get = path("/api/v1/livechat/tickets/{id}", "get");
    assert_eq!(get["operationId"], "get_ticket");
    assert_eq!(get["x-permission"], "View Tickets");
    assert_eq!(get["x-edition"], "Enterprise");
    assert_eq!(
        get["description"],
        "Needs the permission \"View Tickets\" and the edition Enterprise."
    );
    let id = &get["parameters"][0];
    assert_eq!(
        (&id["name"], &id["in"], &id["required"]),
        (&json!("id"), &json!("path"), &json!(true))
    );
    assert_eq!(id["schema"]["type"], "integer");

    let list = path("/api/v1/livechat/tickets", "get");
    assert_eq!(
        list["parameters"],
        json!([{ "name": "keyword", "in": "query", "required": false, "schema": {} }])
    );

    let members = path("/api/v1/livechat/tickets/{id}/members", "put");
    assert_eq!(members["parameters"][1]["in"], "header");
    let form = &members["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    assert_eq!(form["required"], json!(["members"]));
    assert_eq!(form["properties"]["members"]["items"]["type"], "integer");
    assert_eq!(form["properties"]["note"], json!({}));

    let create = path("/api/v1/livechat/tickets", "post");
    let schema = &create["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(*schema, json!({ "$ref": "#/components/schemas/NewTicket" }));
}

#[test]
fn responses_have_the_schemas_of_their_types() {
    let value = value();
    let answer = |path: &str, verb: &str| value["paths"][path][verb]["responses"]["200"].clone();
    let one = answer("/api/v1/livechat/tickets/{id}", "get");
    let schema = &one["content"]["application/json"]["schema"];
    assert_eq!(*schema, json!({ "$ref": "#/components/schemas/Ticket" }));
    let list = answer("/api/v1/livechat/tickets", "get");
    let items = &list["content"]["application/json"]["schema"]["items"];
    assert_eq!(*items, json!({ "$ref": "#/components/schemas/Ticket" }));
    assert_eq!(
        answer("/api/v1/livechat/tickets/{id}", "delete"),
        json!({ "description": "Done." })
    );
    let text = answer("/api/v1/livechat/tickets/{id}/text", "get");
    assert_eq!(text["content"]["text/plain"]["schema"]["type"], "string");
    let unknown = answer("/api/v1/livechat/tickets", "post");
    assert_eq!(unknown["content"]["application/json"]["schema"], json!({}));
    let schemas = value["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().map(String::as_str).collect();
    assert_eq!(names, ["Error", "NewTicket", "Person", "Ticket"]);
}

#[test]
fn versions_and_names_are_told_apart() {
    let value = value();
    let paths = value["paths"].as_object().unwrap();
    assert!(paths.contains_key("/api/v2/livechat/tickets/{id}"));
    let second = &paths["/api/v2/livechat/tickets/{id}"]["get"]["operationId"];
    assert_eq!(second, "get_ticket_2");
}

#[test]
fn a_published_parser_reads_the_documents() {
    for (document, operations) in [(document(), 7), (openapi(v1::endpoints()), 70)] {
        let spec = oas3::from_json(document.to_string()).unwrap();
        assert_eq!(spec.operations().count(), operations);
        spec.validate_version().unwrap();
    }
}

#[tokio::test]
async fn the_sandbox_serves_the_document_of_its_api() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let sandbox = comm100::sandbox::Sandbox::start().await.unwrap();
    let host = sandbox.origin().strip_prefix("http://").unwrap();
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let request =
        format!("GET /openapi.json HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    let spec = oas3::from_json(body).unwrap();
    assert_eq!(spec.operations().count(), 70);
    assert_eq!(spec.servers[0].url, sandbox.origin());
}
