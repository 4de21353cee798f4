//! Version 2 takes paths, names and words in any letter case, as the documentation's own requests show.

use serde_json::{Map, Value, json};

use super::catalogue::{body, caller, enterprise, ids, in_order, target};
use super::rounds::call;
use crate::raw::{admin, at_noon};
use crate::tokens::with_token;

/// Replaces the literal segments of the path and the names in the query.
fn changed(target: &str, template: &str, case: fn(&str) -> String) -> String {
    let (path, query) = target.split_once('?').expect("a query");
    let template = format!("/api/v2/{template}");
    let segments = path.split('/').zip(template.split('/'));
    let path: Vec<String> = segments
        .map(|(segment, known)| {
            if known.starts_with('{') {
                segment.to_owned()
            } else {
                case(segment)
            }
        })
        .collect();
    let query: Vec<String> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) => format!("{}={value}", case(name)),
            None => pair.to_owned(),
        })
        .collect();
    format!("{}?{}", path.join("/"), query.join("&"))
}

fn with_names(value: Value, case: fn(&str) -> String) -> Value {
    match value {
        Value::Array(items) => items
            .into_iter()
            .map(|item| with_names(item, case))
            .collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (case(&name), with_names(value, case)))
            .collect::<Map<_, _>>()
            .into(),
        other => other,
    }
}

#[tokio::test]
async fn every_endpoint_takes_paths_and_names_in_any_letter_case() {
    for case in [str::to_lowercase, str::to_uppercase] as [fn(&str) -> String; 2] {
        let (_sandbox, agent, partner) = enterprise().await;
        let ids = ids(&agent);
        for row in in_order() {
            let caller = caller(row.path, &agent, &partner);
            let target = changed(&target(&row, &ids, None), row.path, case);
            let body = body(&row, None).map(|(kind, body)| match serde_json::from_str(&body) {
                Ok(body) => (kind, with_names(body, case).to_string()),
                // A form, whose keys have no letters.
                Err(_) => (kind, body),
            });
            let body = body.as_ref().map(|(kind, body)| (*kind, body.as_str()));
            let answer = caller.send(row.method, &target, body);
            assert_eq!(
                answer.status,
                200,
                "{} {target}: {}",
                row.method,
                answer.text()
            );
        }
    }
}

#[tokio::test]
async fn names_and_words_are_stored_as_documented() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    for (path, sent, expected) in [
        (
            "livechat/Webhooks",
            json!({ "event": "chatwrappedup", "targeturl": "https://hooks.example.com/a" }),
            json!({ "event": "chatWrappedUp", "targetUrl": "https://hooks.example.com/a" }),
        ),
        (
            "livechat/bans",
            json!({ "type": "IP", "ipaddress": "203.0.113.9" }),
            json!({ "type": "ip", "ipAddress": "203.0.113.9" }),
        ),
        (
            "livechat/visitorsegmentations",
            json!({ "NAME": "Returning", "Conditions": { "When": "LogicalExpression",
                "logicalexpression": "1", "LIST": [{ "Number": 1, "field": "visits" }] } }),
            json!({ "name": "Returning", "conditions": { "when": "logicalExpression",
                "logicalExpression": "1", "list": [{ "number": 1, "field": "visits" }] } }),
        ),
    ] {
        let created = call(&caller, "POST", path, Some(&sent)).ok();
        let one = format!("{path}/{}", created["id"]);
        let update = call(&caller, "PUT", &one, Some(&json!({}))).ok();
        for object in [created, update] {
            for (name, value) in expected.as_object().expect("an object") {
                assert_eq!(&object[name], value, "{name} in {object}");
            }
        }
    }
    let path = "account/AGENTS/3/Permissions";
    let sent = json!({ "LiveChat": { "joinchats": true } });
    let permissions = call(&caller, "PUT", path, Some(&sent)).ok();
    assert_eq!(permissions["liveChat"]["joinChats"], true);
    let path = "livechat/campaigns/21/agentwrapup";
    let sent = json!([{ "NAME": "Tone", "Type": "TEXT", "isrequired": true }]);
    let fields = call(&caller, "PUT", path, Some(&sent)).ok();
    assert_eq!(fields[0]["name"], "Tone");
    assert_eq!(fields[0]["isRequired"], true);
}

#[tokio::test]
async fn a_name_in_two_letter_cases_is_one_name_twice() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    for body in [
        r#"{"name": "a", "NAME": "b"}"#,
        r#"{"name": "a", "name": "a"}"#,
    ] {
        let body = Some(("application/json", body));
        let answer = caller.send("POST", "/api/v2/livechat/departments", body);
        let message = answer.refused(400);
        assert_eq!(message, "Parameter 'name' occurs more than once.");
    }
    let answer = caller.get("/api/v2/livechat/chats?pageIndex=0&pageindex=1");
    let message = answer.refused(400);
    assert_eq!(message, "Parameter 'pageindex' occurs more than once.");
}

#[tokio::test]
async fn a_literal_segment_wins_and_ids_are_as_they_were_sent() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = with_token(&sandbox, "admin@example.com");
    let get = |path: &str| caller.get(&format!("/API/V2/livechat/{path}"));
    assert!(get("Visitors/Chatting").ok().is_array());
    let days = "timefrom=2024-05-01T00:00:00&TIMETO=2024-05-14T12:00:00";
    let page = get(&format!("Chats?{days}&PageIndex=1")).ok();
    let next = page["nextPage"].as_str().expect("a URL");
    assert!(next.contains("pageIndex=2"), "{next}");
    assert!(!next.contains("PageIndex"), "{next}");
    assert!(next.contains("/api/v2/livechat/chats?"), "{next}");
    let id = page["chats"][0]["id"].as_str().expect("an id");
    assert_eq!(get(&format!("CHATS/{}", id.to_uppercase())).ok()["id"], id);
    let conditions =
        "Conditions[0][Field]=name&conditions[0][OPERATE]=contains&conditions[0][value]=a";
    assert!(get(&format!("chats?{days}&{conditions}")).ok()["total"].is_u64());
    get("chat").refused(404);
    get("chats/").refused(404);
}

#[tokio::test]
async fn version_1_takes_them_as_documented_alone() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    caller.get("/api/v1/livechat/Departments").refused(404);
    caller.get("/API/v1/livechat/departments").refused(404);
    caller.get("/api/v1/livechat/chats?Page=1").refused(400);
}
