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

/// Why, in [`Ticket`]s: it has the name that the document's own errors have.
#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked at")]
struct Error {
    why: String,
}

/// A type without a schema.
#[derive(Deserialize, Serialize)]
struct Untold {
    subject: String,
}

/// Which tickets.
#[derive(Serialize, JsonSchema)]
struct Span {
    /// The first [`Ticket`].
    from: u64,
    to: Option<u64>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "a parameter is handed over by reference"
)]
fn as_text(number: &u64) -> String {
    number.to_string()
}

/// The account's tickets, see [`Ticket`].
///
/// And [more](https://tickets.example/).
#[api(path = "livechat/tickets")]
trait Tickets {
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
    let words = "The account's tickets, see `Ticket`.\n\nAnd [more](https://tickets.example/).";
    assert_eq!(
        value["tags"],
        json!([{ "name": "tickets", "description": words }])
    );
}

#[test]
fn operations_have_the_words_of_their_methods() {
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
fn what_is_told_by_hand_takes_the_place_of_the_declared_type() {
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

/// The references that lead nowhere.
fn dangling(document: &Value) -> Vec<String> {
    fn walk(value: &Value, document: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(item, document, found)),
            Value::Object(members) => {
                let target = members.get("$ref").and_then(Value::as_str);
                if let Some(target) = target
                    && target
                        .strip_prefix('#')
                        .and_then(|path| document.pointer(path))
                        .is_none()
                {
                    found.push(target.to_owned());
                }
                members
                    .values()
                    .for_each(|member| walk(member, document, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, document, &mut found);
    found
}

#[test]
fn every_reference_leads_somewhere_and_every_schema_is_used() {
    let declared = serde_json::to_value(openapi(v1::endpoints())).unwrap();
    for document in [value(), declared] {
        assert_eq!(dangling(&document), [""; 0]);
        let text = document.to_string();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        for name in schemas.keys() {
            let reference = format!("\"#/components/schemas/{name}\"");
            assert!(text.contains(&reference), "nothing is a {name}");
        }
        // The check finds what is missing.
        let mut broken = document.clone();
        let (name, _) = schemas.iter().next().unwrap();
        broken["components"]["schemas"]
            .as_object_mut()
            .unwrap()
            .remove(name);
        assert!(!dangling(&broken).is_empty());
    }
}

#[test]
fn the_declared_api_is_told_whole() {
    let document = serde_json::to_value(openapi(v1::endpoints())).unwrap();
    let mut names = std::collections::BTreeSet::new();
    let paths = document["paths"].as_object().unwrap();
    for (path, operation) in paths.iter().flat_map(|(path, item)| {
        item.as_object()
            .unwrap()
            .values()
            .map(move |one| (path, one))
    }) {
        let name = operation["operationId"].as_str().unwrap();
        assert!(names.insert(name), "{name} twice");
        assert!(operation["summary"].is_string(), "{name}");
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        for parameter in parameters {
            assert_ne!(parameter["schema"], json!({}), "{path} {parameter}");
        }
        let content = operation["requestBody"]["content"].as_object();
        for body in content.into_iter().flat_map(serde_json::Map::values) {
            let properties = body["schema"]["properties"].as_object();
            for field in properties.into_iter().flat_map(serde_json::Map::values) {
                assert!(
                    field.get("type").or(field.get("$ref")).is_some(),
                    "{path} {field}"
                );
            }
            assert_ne!(body["schema"], json!({}), "{path}");
        }
        let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        let removes = name.starts_with("remove_");
        assert!(
            removes || answer.get("$ref").or(answer.get("items")).is_some(),
            "{name}"
        );
    }
    assert_eq!(names.len(), v1::endpoints().len());
    let at = |pointer: &str| document.pointer(pointer).cloned().unwrap_or_default();
    let password = |path: &str, verb: &str| {
        let form = &document["paths"][path][verb]["requestBody"]["content"];
        let schema = &form["application/x-www-form-urlencoded"]["schema"];
        schema["properties"]["password"].clone()
    };
    for password in [
        password("/api/v1/livechat/operators", "post"),
        password("/api/v1/livechat/operators/{email}", "put"),
    ] {
        assert_eq!(password["format"], "password");
        assert_eq!(password["writeOnly"], true);
    }
    let key = "/components/schemas/Agent/properties/api_key/$ref";
    assert_eq!(at(key), "#/components/schemas/Secret");
    assert_eq!(at("/components/schemas/Secret/format"), "password");
    assert_eq!(at("/components/schemas/AgentStatus/anyOf/1/const"), 1);
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
        json!([
            {
                "name": "keyword",
                "in": "query",
                "required": false,
                "description": "Only tickets that hold this text, or one.",
                "schema": { "type": "string" },
            },
            {
                "name": "tags",
                "in": "query",
                "required": false,
                "schema": { "type": "array", "items": { "type": "string" } },
                "style": "form",
                "explode": false,
            },
            {
                "name": "places",
                "in": "query",
                "required": false,
                "description": "The items with ` + ` between them.",
                "schema": { "type": "string" },
            },
            { "name": "agent", "in": "query", "required": false, "schema": { "type": "string" } },
            {
                "name": "from",
                "in": "query",
                "required": true,
                "description": "The first `Ticket`.",
                "schema": { "type": "integer", "format": "uint64", "minimum": 0 },
            },
            {
                "name": "to",
                "in": "query",
                "required": false,
                "description": "The span.",
                "schema": { "type": ["integer", "null"], "format": "uint64", "minimum": 0 },
            },
            { "name": "sort", "in": "query", "required": false, "schema": {} },
        ])
    );

    let members = path("/api/v1/livechat/tickets/{id}/members", "put");
    assert_eq!(members["parameters"][1]["in"], "header");
    let form = &members["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    assert_eq!(form["required"], json!(["members"]));
    assert_eq!(form["properties"]["members"]["items"]["type"], "integer");
    assert_eq!(form["properties"]["note"], json!({ "type": "string" }));
    let encoding =
        &members["requestBody"]["content"]["application/x-www-form-urlencoded"]["encoding"];
    assert_eq!(
        *encoding,
        json!({ "members": { "style": "form", "explode": false } })
    );

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
    for (path, verb) in [("untold", "get"), ("untold/{id}", "put")] {
        let untold = answer(&format!("/api/v1/livechat/tickets/{path}"), verb);
        assert_eq!(untold["content"]["application/json"]["schema"], json!({}));
    }
    let schemas = value["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["Error", "NewTicket", "Person", "ServiceError", "Ticket"]
    );
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
    for (document, operations) in [
        (document(), 10),
        (openapi(v1::endpoints()), v1::endpoints().len()),
    ] {
        let spec = oas3::from_json(document.to_string()).unwrap();
        assert_eq!(spec.operations().count(), operations);
        spec.validate_version().unwrap();
    }
}

#[tokio::test]
async fn the_sandbox_serves_the_document_of_its_api() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let sandbox = comm100::sandbox::Sandbox::builder()
        .openapi(openapi(v1::endpoints()).to_string())
        .start()
        .await
        .unwrap();
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
    assert_eq!(spec.operations().count(), v1::endpoints().len());
    assert_eq!(spec.servers[0].url, sandbox.origin());
}

#[api(path = "livechat/times")]
trait Times {
    #[get]
    async fn list_times(
        &self,
        #[query] at: comm100::jiff::Timestamp,
        #[query] day: &comm100::jiff::civil::Date,
        #[query] moment: Option<comm100::jiff::civil::DateTime>,
        #[query] hour: Option<comm100::jiff::civil::Time>,
    ) -> Result<()>;
}

#[test]
fn parameters_of_jiffs_types_have_a_format() {
    let document = serde_json::to_value(openapi(<Client as Times>::endpoints())).unwrap();
    let parameters = &document["paths"]["/api/v1/livechat/times"]["get"]["parameters"];
    let formats = ["date-time", "date", "partial-date-time", "partial-time"];
    for (index, format) in formats.into_iter().enumerate() {
        let schema = json!({ "type": "string", "format": format });
        assert_eq!(parameters[index]["schema"], schema, "{parameters}");
    }
}

#[derive(Serialize, JsonSchema)]
struct Address {
    street: String,
    city: Option<String>,
}

#[api(path = "livechat/fields")]
trait Fields {
    #[patch("{id}")]
    async fn update_fields(
        &self,
        id: u64,
        /// The new subject.
        #[field]
        subject: &str,
        #[field(rename = "agentId")] agent: Option<Option<u64>>,
        #[field(flatten)] address: &Address,
        #[field(flatten)] more: Option<std::collections::BTreeMap<String, u8>>,
    ) -> Result<()>;

    #[put("{id}")]
    async fn clear_fields(&self, id: u64, #[field] subject: Option<&str>) -> Result<()>;
}

#[test]
fn fields_are_the_members_of_a_json_object() {
    let document = openapi(<Client as Fields>::endpoints()).to_string();
    let document: Value = serde_json::from_str(&document).expect("JSON");
    let path = &document["paths"]["/api/v1/livechat/fields/{id}"];
    let body = &path["patch"]["requestBody"];
    assert_eq!(body["required"], true);
    let schema = &body["content"]["application/json"]["schema"];
    assert_eq!(schema["type"], "object");
    assert_eq!(schema["required"], json!(["subject", "street"]));
    let members: Vec<&String> = schema["properties"]
        .as_object()
        .expect("members")
        .keys()
        .collect();
    assert_eq!(members, ["agentId", "city", "street", "subject"]);
    assert_eq!(
        schema["properties"]["subject"]["description"],
        "The new subject."
    );
    assert_eq!(
        schema["properties"]["agentId"]["type"],
        json!(["integer", "null"])
    );
    assert_eq!(schema["additionalProperties"]["type"], "integer");
    let optional = &path["put"]["requestBody"];
    assert_eq!(
        optional["required"], true,
        "the body is an empty object at least"
    );
    assert!(
        optional["content"]["application/json"]["schema"]
            .get("required")
            .is_none()
    );
}
