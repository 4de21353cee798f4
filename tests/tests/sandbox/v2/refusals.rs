//! Bodies that are refused.

use serde_json::json;

use super::rounds::call;
use crate::raw::{admin, at_noon};
use crate::tokens::with_token;

#[tokio::test]
async fn wrong_types_and_values_are_rejected_with_their_names() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    for (path, body, name) in [
        ("livechat/departments", json!({ "name": 1 }), "name"),
        ("livechat/departments", json!({ "name": " " }), "name"),
        (
            "livechat/departments",
            json!({ "name": "A", "agents": "1" }),
            "agents",
        ),
        (
            "livechat/departments",
            json!({ "name": "A", "agents": [99] }),
            "agents",
        ),
        (
            "livechat/departments",
            json!({ "name": "A", "allocationRule": "random" }),
            "allocationRule",
        ),
        (
            "livechat/bans",
            json!({ "type": "ip", "ipAddress": "a", "comment": [] }),
            "comment",
        ),
        (
            "livechat/secureForms",
            json!({ "name": "A", "fields": [{ "label": "B" }] }),
            "label",
        ),
    ] {
        let message = call(&caller, "POST", path, Some(&body)).refused(400);
        assert!(
            message.starts_with(&format!("Parameter '{name}' ")),
            "{path}: {message}"
        );
    }
    for body in ["", "[]", "{", "\"a\""] {
        let body = Some(("application/json", body));
        caller
            .send("POST", "/api/v2/livechat/departments", body)
            .refused(400);
    }
    let form = Some(("application/x-www-form-urlencoded", "name=A"));
    caller
        .send("POST", "/api/v2/livechat/departments", form)
        .refused(400);
}

/// The rule is the account's, so both versions have it.
#[tokio::test]
async fn a_custom_variable_without_a_name_is_rejected() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let token = with_token(&sandbox, "admin@example.com");
    let key = admin(&sandbox);
    for (caller, version) in [(key, 1), (token, 2)] {
        let path = format!("/api/v{version}/livechat/visitors");
        let visitors = caller.get(&path).ok();
        let id = visitors[0]["id"].as_str().expect("an id");
        let body = Some(("application/json", r#"[{"name": " ", "value": "1"}]"#));
        let message = caller
            .send("PUT", &format!("{path}/{id}"), body)
            .refused(400);
        assert_eq!(message, "Parameter 'name' is required.", "{version}");
    }
}
