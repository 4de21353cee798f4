//! Names that OpenAPI does not allow, or allows once, and bodies that are not JSON.

use comm100::bytes::Bytes;
use comm100::{Client, Download, Result, api, openapi, v1};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::declared::dangling;

#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked at")]
struct Größe {
    /// A name with letters that a JSON pointer escapes.
    inside: Box<Inside>,
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Odd/Name ~1")]
#[expect(dead_code, reason = "the schema is looked at")]
struct Inside {
    more: Vec<Inside>,
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Gr__e")]
#[expect(dead_code, reason = "the schema is looked at")]
struct Taken {
    text: String,
}

#[derive(Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the schema is looked for")]
struct Unused {
    text: String,
}

#[api(path = "livechat/chats", version = 1)]
trait OwnChats {
    #[get("{chat_id}/{id}/size")]
    async fn size_of(&self, chat_id: u64, id: u64) -> Result<Größe>;

    #[put("{id}/{chat_id}/size")]
    async fn set_size(&self, id: u64, #[query] chat: u64, chat_id: &str) -> Result<Taken>;

    /// It has the method and the form of `v1`'s `get_chat`.
    #[get("{chat}")]
    async fn get_own_chat(&self, chat: u64) -> Result<Unused>;

    #[patch("{chat}")]
    async fn change_chat(&self, chat: u64) -> Result<()>;

    #[patch("{chat}:close")]
    async fn close_chat(&self, chat: u64) -> Result<()>;

    #[get("{chat}/picture")]
    async fn picture(&self, chat: u64) -> Result<Bytes>;

    #[get("{chat}/recording")]
    async fn recording(&self, chat: u64) -> Result<Download>;

    #[put("{chat}/table")]
    async fn set_table(&self, chat: u64, #[body("text/csv")] content: &str) -> Result<()>;

    #[put("{chat}/note")]
    async fn set_note(&self, chat: u64, #[body] content: &str) -> Result<()>;

    #[put("{chat}/picture")]
    async fn set_picture(&self, chat: u64, #[body] content: Bytes) -> Result<()>;
}

fn document() -> Value {
    let mut endpoints = v1::endpoints().to_vec();
    endpoints.extend_from_slice(<Client as OwnChats>::endpoints());
    serde_json::to_value(openapi(&endpoints)).unwrap()
}

fn names(operation: &Value) -> Vec<(&Value, &Value, &Value)> {
    let parameters = operation["parameters"].as_array().unwrap();
    let parameters = parameters.iter();
    parameters
        .map(|one| (&one["in"], &one["name"], &one["schema"]["type"]))
        .collect()
}

#[test]
fn paths_that_differ_in_names_alone_are_one() {
    let document = document();
    let paths = &document["paths"];
    assert_eq!(paths["/api/v1/livechat/chats/{chat}"], Value::Null);
    let one = &paths["/api/v1/livechat/chats/{id}"];
    assert_eq!(one["get"]["operationId"], "get_chat");
    assert_eq!(one["patch"]["operationId"], "change_chat");
    let id = (&json!("path"), &json!("id"), &json!("integer"));
    assert_eq!(names(&one["patch"]), [id]);
    // A verb makes another path.
    let verb = &paths["/api/v1/livechat/chats/{chat}:close"]["patch"];
    assert_eq!(verb["operationId"], "close_chat");
    // Names that change places.
    let size = &paths["/api/v1/livechat/chats/{chat_id}/{id}/size"]["put"];
    assert_eq!(
        names(size),
        [
            (&json!("path"), &json!("chat_id"), &json!("integer")),
            (&json!("query"), &json!("chat"), &json!("integer")),
            (&json!("path"), &json!("id"), &json!("string")),
        ]
    );
}

#[test]
fn schemas_have_names_that_are_allowed() {
    let document = document();
    assert_eq!(dangling(&document), [""; 0]);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    for name in schemas.keys() {
        assert!(name.chars().all(is_allowed), "{name}");
    }
    assert!(schemas["Gr__e"]["properties"]["text"].is_object());
    assert!(!schemas.contains_key("Unused"));
    let size = &schemas["Gr__e_2"]["properties"]["inside"];
    assert_eq!(size["$ref"], "#/components/schemas/Odd_Name__1");
}

#[test]
fn raw_bodies_are_not_json() {
    let document = document();
    let paths = &document["paths"];
    for path in ["picture", "recording"] {
        let get = &paths[format!("/api/v1/livechat/chats/{{chat}}/{path}")]["get"];
        let content = get["responses"]["200"]["content"].as_object().unwrap();
        assert_eq!(
            content.keys().collect::<Vec<_>>(),
            ["application/octet-stream"]
        );
    }
    for (path, media_type) in [
        ("picture", "application/octet-stream"),
        ("table", "text/csv"),
        ("note", "text/plain"),
    ] {
        let put = &paths[format!("/api/v1/livechat/chats/{{chat}}/{path}")]["put"];
        let content = put["requestBody"]["content"].as_object().unwrap();
        assert_eq!(content.keys().collect::<Vec<_>>(), [media_type]);
    }
}
