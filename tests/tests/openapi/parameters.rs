//! Parameters and their schemas.

use comm100::{Client, Result, api, openapi};
use serde_json::json;

use crate::value;

#[test]
fn parameters_are_in_their_places() {
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
