//! Events that the service posts to webhooks, from the documented bodies of both generations.

mod any_input;
mod fields;

use comm100::webhook::{AgentStatus, Event, Id, VisitorStatus, WaitingTime};
use serde_json::{Value, json};

/// The documented bodies, values made up, with the event and the platform's generation.
fn samples() -> Vec<Value> {
    serde_json::from_str(include_str!("../../data/webhooks.json")).expect("the samples")
}

fn sample(event: &str, generation: &str) -> Value {
    samples()
        .into_iter()
        .find(|sample| sample["event"] == event && sample["generation"] == generation)
        .map_or_else(
            || panic!("no sample of {event}"),
            |mut sample| sample["body"].take(),
        )
}

fn read(body: &Value) -> Event {
    Event::from_slice(body.to_string().as_bytes()).expect("an event")
}

/// Replaces the value at each path of an object in turn.
fn each_replaced(body: &Value, with: &Value, test: &mut impl FnMut(&Value)) {
    fn paths(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    let path = format!("{at}/{key}");
                    paths(value, &path, found);
                    found.push(path);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    let path = format!("{at}/{index}");
                    paths(value, &path, found);
                    found.push(path);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    paths(body, "", &mut found);
    for path in found {
        let mut changed = body.clone();
        *changed.pointer_mut(&path).expect("a path of the body") = with.clone();
        test(&changed);
    }
}

#[test]
fn every_documented_body_is_its_event() {
    for sample in samples() {
        let event = read(&sample["body"]);
        assert_eq!(event.name(), sample["event"].as_str().unwrap(), "{sample}");
        assert!(!matches!(event, Event::Unknown(_)), "{sample}");
    }
}

#[test]
fn a_visitor_keeps_every_value() {
    let Event::ChatStarted(started) = read(&sample("chat_started", "old")) else {
        panic!("another event");
    };
    let visitor = started.visitor;
    assert_eq!(
        visitor.id.unwrap().as_str(),
        "c3f81d52-6e0b-49a7-9d14-82b5f6a0e7c9"
    );
    assert_eq!(
        visitor.chat_id.unwrap().as_str(),
        "7d2e9c40-18b3-4f5a-a6e1-0c94d7b8f213"
    );
    assert_eq!(visitor.status, VisitorStatus::Chatting);
    assert_eq!(visitor.department, Some(Id::Number(204)));
    assert_eq!(visitor.skill, None);
    assert_eq!(visitor.first_visit_time.value(), 1_600_000_123_456);
    assert_eq!(visitor.time_zone, "GMT -04:00");
    assert_eq!(
        (visitor.visits, visitor.chats, visitor.page_views),
        (2, 3, 4)
    );
    assert_eq!(visitor.custom_variables[0].name, "Plan");
}

#[test]
fn ids_are_numbers_on_the_old_platform_and_texts_on_the_new_one() {
    let Event::ChatStarted(started) = read(&sample("chat_started", "new")) else {
        panic!("another event");
    };
    let department = started.visitor.department.unwrap();
    assert_eq!(
        department.to_string(),
        "5b0c7a1e-93f4-4d27-8a6c-1f20e7d94b35"
    );
    assert_eq!(department.number(), None);
    assert!(started.visitor.skill.is_some());

    for (wire, expected) in [
        (json!(17), Some(Id::Number(17))),
        (json!("17"), Some(Id::Number(17))),
        (json!("a40f2c68"), Some(Id::Text("a40f2c68".into()))),
        (json!(-1), None),
        (json!("-1"), None),
        (json!(""), None),
        (json!("00000000-0000-0000-0000-000000000000"), None),
        (json!(null), None),
        (json!([17]), None),
    ] {
        let event = read(&json!({ "event": "login", "operator_id": wire }));
        let Event::AgentStatusChanged(changed) = event else {
            panic!("another event");
        };
        assert_eq!(changed.operator_id, expected, "{wire}");
    }
}

#[test]
fn a_chat_has_its_transcript_in_lines() {
    let event = read(&sample("chat_ended", "new"));
    assert_eq!(
        event.chat_id().unwrap().as_str(),
        "7d2e9c40-18b3-4f5a-a6e1-0c94d7b8f213"
    );
    let Event::ChatEnded(ended) = event else {
        panic!("another event");
    };
    let lines: Vec<_> = ended.chat.transcript_lines().collect();
    assert_eq!(
        lines,
        [
            "Robin joins.",
            "[09:15:02] Robin: Hello Sam.",
            "[09:15:40] Sam: Where is my parcel?",
            "Chat closed.(09:21:07)",
        ]
    );
    assert_eq!(ended.chat.rating, Some(5));
    assert_eq!(ended.chat.waiting_time, WaitingTime::Seconds(6));
    assert_eq!(ended.chat.operators[0].display_name, "Robin");
    assert_eq!(ended.chat.department, "Orders");
    let wrap_up = ended.chat.wrap_up.unwrap();
    assert_eq!(wrap_up.category.as_deref(), Some("Orders"));
    assert_eq!(ended.visitor.status, VisitorStatus::ChatEnded);
}

#[test]
fn wrap_ups_and_offline_messages_are_read() {
    let Event::ChatWrappedUp(wrapped) = read(&sample("chat_wrapped_up", "old")) else {
        panic!("another event");
    };
    assert_eq!(
        wrapped.wrap_up.comment.as_deref(),
        Some("asked for a parcel")
    );
    assert_eq!(wrapped.chat_id, wrapped.visitor.chat_id);

    let event = read(&sample("offline_message_submitted", "new"));
    let Event::OfflineMessageSubmitted(submitted) = &event else {
        panic!("another event");
    };
    let message = &submitted.offline_message;
    assert_eq!(message.content, "Please call me back.");
    assert_eq!(message.custom_variable[0].name, "Plan");
    // An attachment without name and URL stands for none.
    assert!(message.attachment.is_empty());
    assert_eq!(
        event.chat_id().unwrap().as_str(),
        message.id.as_ref().unwrap().as_str()
    );
}

#[test]
fn names_are_read_in_all_documented_spellings() {
    for (spelling, name) in [
        ("chat_request", "chat_requested"),
        ("chat_requested", "chat_requested"),
        ("chatRequested", "chat_requested"),
        ("chatStarts", "chat_started"),
        ("chat_wraped_up", "chat_wrapped_up"),
        ("chatIsWrappedUp", "chat_wrapped_up"),
        ("offlineMessageIsSubmitted", "offline_message_submitted"),
        ("CHAT_ENDED", "chat_ended"),
        ("online", "agent_status_changed"),
    ] {
        let event = read(&json!({ "event": spelling }));
        assert_eq!(event.name(), name, "{spelling}");
    }
}

#[test]
fn a_custom_status_is_kept() {
    let Event::AgentStatusChanged(changed) = read(&json!({ "event": "lunch", "operator_id": 3 }))
    else {
        panic!("another event");
    };
    assert_eq!(changed.status, AgentStatus::from("lunch"));
    assert_eq!(changed.status.to_string(), "lunch");
}

#[test]
fn an_unknown_event_is_kept_with_its_json() {
    let body = r#"{ "event": "chat_paused", "reason": "lunch" }"#;
    let Event::Unknown(unknown) = Event::from_slice(body.as_bytes()).unwrap() else {
        panic!("another event");
    };
    assert_eq!(unknown.event, "chat_paused");
    assert_eq!(unknown.json, body);
}

/// The body of a changed status has no subject but the agent.
#[test]
fn an_unknown_event_that_names_an_agent_is_no_status() {
    for subject in [
        json!({ "visitor": { "id": "v", "chat_id": "c" } }),
        json!({ "chat": { "id": "c" } }),
        json!({ "wrapup": { "category": "Orders" } }),
        json!({ "offline_message": { "id": "m" } }),
        json!({ "chat_id": "c" }),
    ] {
        let mut body = subject;
        body["event"] = json!("chat_accepted");
        body["operator_id"] = json!(17);
        let event = read(&body);
        assert!(matches!(event, Event::Unknown(_)), "{body}: {event:?}");
        assert_eq!(event.name(), "chat_accepted");
    }
}

#[test]
fn no_field_fails_an_event() {
    for sample in samples() {
        let body = &sample["body"];
        for odd in [
            json!(null),
            json!(-1),
            json!(1.5),
            json!(true),
            json!("odd"),
            json!([]),
            json!([1, "two", {}]),
            json!({}),
            json!({ "nested": [{}] }),
        ] {
            each_replaced(body, &odd, &mut |changed| {
                let json = changed.to_string();
                assert!(Event::from_slice(json.as_bytes()).is_ok(), "{json}");
            });
        }
    }
}

#[test]
fn a_letter_in_another_encoding_fails_no_event() {
    let body = b"{\"event\":\"chat_started\",\"visitor\":{\"name\":\"Zo\xeb\",\"email\":\"z@example.com\"}}";
    let Event::ChatStarted(started) = Event::from_slice(body).unwrap() else {
        panic!("another event");
    };
    assert_eq!(started.visitor.email, "z@example.com");
}

#[test]
fn half_of_a_character_fails_no_event() {
    let body =
        br#"{"event":"chat_started","visitor":{"name":"Bob \ud83d","email":"b@example.com"}}"#;
    let Event::ChatStarted(started) = Event::from_slice(body).unwrap() else {
        panic!("another event");
    };
    assert_eq!(started.visitor.name, "Bob \u{fffd}");
    assert_eq!(started.visitor.email, "b@example.com");
}

#[test]
fn what_is_not_an_object_is_an_error_that_quotes_nothing() {
    for (body, expected) in [
        ("", "the webhook's body is empty"),
        ("  \n", "the webhook's body is empty"),
        ("\"secret\"", "JSON, but not an object"),
        ("[{\"event\":\"login\"}]", "JSON, but not an object"),
        ("event=secret", "not valid JSON (line 1, column 1)"),
        ("{\"event\":\"secret\"", "not valid JSON"),
    ] {
        let error = Event::from_slice(body.as_bytes()).unwrap_err();
        assert!(error.is_decode(), "{body}");
        let text = error.to_string();
        assert!(text.contains(expected), "{body}: {text}");
        assert!(!text.contains("secret"), "{text}");
        assert_eq!(error.body().unwrap(), body);
    }
}
