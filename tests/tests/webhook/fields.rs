//! Every documented field is read, in every documented form.

use comm100::webhook::Event;
use serde_json::{Value, json};

use crate::{read, samples};

/// Returns another value of the same kind: each documented value stands for one that is read.
fn another(value: &Value) -> Value {
    match value {
        // No search engine is null in one sample.
        Value::Null => json!("another"),
        Value::Bool(flag) => json!(!flag),
        Value::Number(number) => {
            json!(number.as_i64().unwrap_or_default().saturating_add(1).max(1))
        }
        Value::String(text) if text.starts_with("/Date(") => json!("/Date(1500000000000)/"),
        Value::String(text) if text == "6s" => json!("7s"),
        Value::String(text) => json!(format!("{text}another")),
        Value::Array(_) | Value::Object(_) => unreachable!("only leaves are replaced"),
    }
}

fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                leaves(value, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                leaves(value, &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// A field that no type has, or has under another name, would leave the event as it was.
#[test]
fn every_documented_field_is_read() {
    for sample in samples() {
        let mut body = sample["body"].clone();
        // The lists that are empty in all samples, with items as the tables describe them.
        let field = json!([{ "id": 7, "name": "Order", "value": "A-1" }]);
        for fields in [
            "/visitor/custom_fields",
            "/chat/custom_fields",
            "/chat/wrap_up/fields",
            "/wrapup/fields",
            "/offline_message/custom_fields",
        ] {
            if let Some(list) = body.pointer_mut(fields) {
                *list = field.clone();
            }
        }
        if let Some(files) = body.pointer_mut("/chat/attachment") {
            *files = json!([{ "name": "a.png", "uri": "https://files.example.com/a.png" }]);
        }
        let event = read(&body);
        let mut paths = Vec::new();
        leaves(&body, "", &mut paths);
        // The name of an event has spellings, and no other field.
        for path in paths.iter().filter(|path| *path != "/event") {
            let mut changed = body.clone();
            let value = changed.pointer_mut(path).expect("a path of the body");
            *value = another(value);
            assert_ne!(read(&changed), event, "{path} of {}", sample["event"]);
        }
    }
}

#[test]
fn the_tables_of_2018_are_read_as_well() {
    let event = read(&json!({
        "event": "chat_ended",
        "visitor": { "id": 1, "chat_id": 31_416, "first_visit_time": 1_600_000_123_456_i64 },
        "chat": {
            "id": 31_416,
            "department": 204,
            "start_time": 1_600_003_502_000_i64,
            "custom_variables": [{ "name": "Plan", "value": "team" }],
            "agents": "Robin, Kim",
            "agent_comment": "call back",
            "rating": "4",
            "attachment": { "name": "a.png", "url": "https://files.example.com/a.png" },
            "wrapup": { "category": "Orders" },
        },
    }));
    assert_eq!(event.chat_id().unwrap().as_str(), "31416");
    let Event::ChatEnded(ended) = event else {
        panic!("another event");
    };
    let chat = ended.chat;
    assert_eq!(ended.visitor.first_visit_time.value(), 1_600_000_123_456);
    assert_eq!(chat.start_time.value(), 1_600_003_502_000);
    assert_eq!(chat.department, "204");
    assert_eq!(chat.custom_variable[0].value, "team");
    assert_eq!(chat.operators[1].display_name, "Kim");
    assert_eq!(chat.operator_comment.as_deref(), Some("call back"));
    assert_eq!(chat.rating, Some(4));
    assert_eq!(chat.attachment[0].uri, "https://files.example.com/a.png");
    assert_eq!(chat.wrap_up.unwrap().category.as_deref(), Some("Orders"));
}

#[test]
fn escaped_slashes_and_offsets_are_read() {
    let body =
        r#"{"event":"chat_started","visitor":{"visit_time":"\/Date(1600003210987+0800)\/"}}"#;
    let Event::ChatStarted(started) = Event::from_slice(body.as_bytes()).unwrap() else {
        panic!("another event");
    };
    assert_eq!(started.visitor.visit_time.value(), 1_600_003_210_987);
}
