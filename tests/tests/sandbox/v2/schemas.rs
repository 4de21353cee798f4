//! The sandbox's responses conform to the OpenAPI document of version 2.

use serde_json::{Map, Value};

use crate::raw::at_noon;
use crate::schemas::{described, document, is_empty, satisfies, validator};
use crate::tokens::{partner, with_token};

use super::catalogue::{caller, ids, in_order, send, target};

/// Resources of which the seeded account has none, or that may be empty.
const MAY_BE_EMPTY: &[&str] = &["livechat/visitors/chatting"];

#[tokio::test]
async fn every_answer_is_what_the_document_says() {
    let sandbox = at_noon()
        .openapi(described())
        .start()
        .await
        .expect("a sandbox");
    let agent = with_token(&sandbox, "admin@example.com");
    let partner = partner(&sandbox);
    let document = document(&agent);
    let ids = ids(&agent);
    for row in in_order() {
        let what = format!("{} {}", row.method, row.path);
        let caller = caller(row.path, &agent, &partner);
        let path = format!("/api/v2/{}", row.path);
        let operation = &document["paths"][path][row.method.to_ascii_lowercase()];
        assert!(operation.is_object(), "no {what}");
        let answer = send(caller, &row, &target(&row, &ids, None), None);
        let content = &operation["responses"]["200"]["content"];
        if content.is_null() {
            assert_eq!(answer.status, 200, "{what}");
            continue;
        }
        let validator = validator(&document, &content["application/json"]["schema"]);
        let answer = as_described(answer.ok());
        satisfies(&validator, &answer, &what);
        let may_be_empty = row.method != "GET" || MAY_BE_EMPTY.contains(&row.path);
        assert!(may_be_empty || !is_empty(&answer), "{what} answers nothing");
    }
}

/// Replaces the documented forms that the types read in place of those of their schemas: another spelling of a name,
/// and a value that stands for none.
fn as_described(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(as_described).collect(),
        Value::Object(members) => {
            let is_partner_site = members.contains_key("planList");
            let members: Map<String, Value> = members
                .into_iter()
                .filter(|(name, value)| {
                    name != "timeStr" && (name != "ratingGrade" || value != "-1")
                })
                .map(|(name, value)| match name.as_str() {
                    "shortCuts" => ("shortcuts".to_owned(), value),
                    "timeZone" if is_partner_site => ("timezone".to_owned(), value),
                    "previousPage" | "nextPage" if value.is_null() => (name, "".into()),
                    "department" if value == -1 => (name, Value::Null),
                    _ => (name, as_described(value)),
                })
                .collect();
            Value::Object(members)
        }
        other => other,
    }
}
