//! Responses and JSON bodies.

use comm100::{Client, Result, api, openapi};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::value;

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
