//! Every documented form of a response that has more than one, as a table: what arrives, and what it
//! is written as again, which is the one form that the types have.

use comm100::v1::*;
use serde_json::{Value, json};

use crate::samples::rewrite;

type Rewrite = fn(&str) -> Result<Value, String>;

/// The required fields of a chat, as the documentation's table has them.
fn chat(more: Value) -> Value {
    with(
        json!({
            "id": "c", "name": "", "email": "", "company": "", "phone": "", "operators": "",
            "custom_fields": [], "custom_variable": [], "start_time": "/Date(1)/",
            "waiting_time": "0s", "end_time": "/Date(2)/", "chat_transcript": "", "attachment": [],
            "note_attachment": [],
        }),
        more,
    )
}

fn message(more: Value) -> Value {
    with(
        json!({
            "id": "m", "name": "", "email": "", "company": "", "phone": "", "department": "",
            "subject": "", "content": "", "custom_fields": [], "attachment": [], "time": "/Date(1)/",
        }),
        more,
    )
}

fn field(more: Value) -> Value {
    with(
        json!({
            "id": 7, "name": "", "type": "text", "isSystem": false, "isVisible": false,
            "isRequired": false, "options": [], "categories": [],
        }),
        more,
    )
}

fn agent(more: Value) -> Value {
    with(
        json!({
            "id": 1, "email": "", "display_name": "Tom", "api_key": "", "status": 2,
            "ongoing_chats": 0, "departments": [], "max_chats_count": 0,
        }),
        more,
    )
}

fn with(mut object: Value, more: Value) -> Value {
    let (Value::Object(fields), Value::Object(more)) = (&mut object, more) else {
        panic!("two objects");
    };
    fields.extend(more);
    object
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "rows of a table are made in place"
)]
fn queue(route: Value, visitor: Value) -> Value {
    json!({
        "routeTo": route, "ongoingChats": 0.0, "avgWaitTimeInLast30Mins": 0.0,
        "avgWaitTimeInLast60Mins": 0.0, "abandonedChatsInLast30Mins": 0.0,
        "switchedToMessagesInLast30Mins": 0.0,
        "queue": [{ "visitorId": visitor, "waitTime": 0.0 }],
    })
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_documented_form_is_read() {
    let file = json!({ "name": "a.pdf", "uri": "u" });
    let table: Vec<(Rewrite, Value, Value)> = vec![
        // An agent of the list, of one, and with both names; what is true or false as text.
        (
            rewrite::<Agent>,
            json!({ "id": 1, "name": "Tom" }),
            agent(json!({})),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": "1", "display_name": "Tom" }),
            agent(json!({})),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": 1, "display_name": "Tom", "name": null }),
            agent(json!({})),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": 1, "name": "Tom", "display_name": null }),
            agent(json!({})),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": 1, "name": "Tom", "is_admin": "true", "is_active": "False" }),
            agent(json!({ "is_admin": true, "is_active": false })),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": 1, "name": "Tom", "is_admin": 1, "is_active": "0", "status": "1" }),
            agent(json!({ "is_admin": true, "is_active": false, "status": 1 })),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": 1, "name": "Tom", "departments": null, "ongoing_chats": "4" }),
            agent(json!({ "ongoing_chats": 4 })),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": 1.0, "name": "Tom", "departments": ["1", 2, null], "phone": "" }),
            agent(json!({ "departments": [1, 2], "phone": "" })),
        ),
        // Values of enums that no one knows yet.
        (
            rewrite::<Agent>,
            json!({ "id": 1, "name": "Tom", "status": 9 }),
            agent(json!({ "status": 9 })),
        ),
        (
            rewrite::<Agent>,
            json!({ "id": 1, "name": "Tom", "status": "lunch" }),
            agent(json!({ "status": "lunch" })),
        ),
        (
            rewrite::<SiteStatus>,
            json!({ "status": "away" }),
            json!({ "status": "away" }),
        ),
        (
            rewrite::<FormField>,
            json!({ "id": 7, "type": "signature" }),
            field(json!({ "type": "signature" })),
        ),
        (
            rewrite::<PostChatForm>,
            json!({ "isEnable": false, "fieldLayoutStyle": "diagonal" }),
            json!({ "isEnable": false, "fieldLayoutStyle": "diagonal", "fields": [] }),
        ),
        // Forms: options or categories; disabled; with either switch of the offline form; a wrap-up
        // form as an object and as a bare list.
        (
            rewrite::<FormField>,
            json!({ "id": 7, "options": ["a"] }),
            field(json!({ "options": ["a"] })),
        ),
        (
            rewrite::<FormField>,
            json!({ "id": 7, "options": null, "categories": [{ "name": "c", "options": ["a"] }] }),
            field(json!({ "categories": [{ "name": "c", "options": ["a"] }] })),
        ),
        (
            rewrite::<PreChatForm>,
            json!({ "isEnable": "false" }),
            json!({ "isEnable": false, "fieldLayoutStyle": "vertical", "fields": [] }),
        ),
        (
            rewrite::<OfflineMessageForm>,
            json!({ "isEnable": true, "fields": [] }),
            json!({ "isEnable": true, "fieldLayoutStyle": "vertical", "fields": [] }),
        ),
        (
            rewrite::<OfflineMessageForm>,
            json!({ "isUseCustomOfflinePage": true, "customOfflinePage": { "url": "u" } }),
            json!({
                "isUseCustomOfflinePage": true,
                "customOfflinePage": { "url": "u", "isOpenInNewWindow": false },
                "fieldLayoutStyle": "vertical", "fields": [],
            }),
        ),
        (
            rewrite::<WrapUpForm>,
            json!([{ "id": 7 }]),
            json!({ "fields": [field(json!({}))] }),
        ),
        (
            rewrite::<WrapUpForm>,
            json!({ "fields": [{ "id": 7 }] }),
            json!({ "fields": [field(json!({}))] }),
        ),
        (rewrite::<WrapUpForm>, json!([]), json!({ "fields": [] })),
        // Custom fields by either name of their id, their values as text or not.
        (
            rewrite::<CustomField>,
            json!({ "field_id": 17, "name": "n", "value": 5 }),
            json!({ "id": 17, "name": "n", "value": "5" }),
        ),
        (
            rewrite::<CustomField>,
            json!({ "id": 17, "name": "n", "value": true }),
            json!({ "id": 17, "name": "n", "value": "true" }),
        ),
        // Operators: a text of names, objects, one object, none.
        (
            rewrite::<Chat>,
            chat(json!({ "operators": "Tom" })),
            chat(json!({ "operators": "Tom" })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "operators": "Tom, Ann,,Bob " })),
            chat(json!({ "operators": "Tom,Ann,Bob" })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "operators": [{ "id": 1, "display_name": "Tom", "email": "t@x" }] })),
            chat(json!({ "operators": [{ "id": 1, "display_name": "Tom", "email": "t@x" }] })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "operators": { "id": 1, "name": "Tom" } })),
            chat(json!({ "operators": [{ "id": 1, "display_name": "Tom" }] })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "operators": null })),
            chat(json!({})),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "operators": [] })),
            chat(json!({})),
        ),
        // Attachments: one, a list, none.
        (
            rewrite::<Chat>,
            chat(json!({ "attachment": file, "note_attachment": [file, file] })),
            chat(json!({ "attachment": [file], "note_attachment": [file, file] })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "attachment": null, "note_attachment": [] })),
            chat(json!({})),
        ),
        (
            rewrite::<OfflineMessage>,
            message(json!({ "attachment": file })),
            message(json!({ "attachment": [file] })),
        ),
        // Ratings and waiting times, as text or not.
        (
            rewrite::<Chat>,
            chat(json!({ "rating": "1" })),
            chat(json!({ "rating": "1" })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "rating": 1 })),
            chat(json!({ "rating": "1" })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "rating": "" })),
            chat(json!({})),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "rating": null })),
            chat(json!({})),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "waiting_time": "75 s" })),
            chat(json!({ "waiting_time": "75s" })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "waiting_time": 10 })),
            chat(json!({ "waiting_time": "10s" })),
        ),
        (
            rewrite::<Chat>,
            chat(json!({ "waiting_time": "1m 15s" })),
            chat(json!({ "waiting_time": "1m 15s" })),
        ),
        // One message, bare or on a page, the page's fields in any order.
        (
            rewrite::<OfflineMessage>,
            json!({ "total": 2, "pages": 1, "offline_messages": [
                message(json!({})), message(json!({ "id": "n" })),
            ] }),
            message(json!({})),
        ),
        (
            rewrite::<OfflineMessage>,
            json!({ "a_new_field": [1], "offline_messages": message(json!({})) }),
            message(json!({})),
        ),
        (
            rewrite::<OfflineMessage>,
            with(json!({ "a_new_field": { "id": 5 } }), message(json!({}))),
            message(json!({})),
        ),
        // A page whose list is null.
        (
            rewrite::<ChatPage>,
            json!({ "chats": null, "pages": 0, "total": 0 }),
            json!({ "chats": [], "pages": 0, "total": 0 }),
        ),
        // A status change by either name, and the survey of a category field.
        (
            rewrite::<StatusChange>,
            json!({ "time": "2013-01-17T08:00:00", "name": "Online" }),
            json!({ "time": "2013-01-17T08:00:00", "status": "Online" }),
        ),
        (
            rewrite::<SurveyField>,
            json!({ "fieldId": "7", "fieldName": "f", "groups": [{ "name": "g", "options": null }] }),
            json!({
                "fieldId": 7, "fieldName": "f", "options": [],
                "groups": [{ "name": "g", "options": [] }],
            }),
        ),
        // Queues: of the site, of a department, of an agent, of what is not known yet; visitors by
        // number or text.
        (
            rewrite::<QueueNow>,
            queue(json!({ "type": 0 }), json!(512)),
            queue(json!({ "type": 0 }), json!("512")),
        ),
        (
            rewrite::<QueueNow>,
            queue(json!({ "type": 0, "id": null }), json!("0c-1")),
            queue(json!({ "type": 0 }), json!("0c-1")),
        ),
        (
            rewrite::<QueueNow>,
            queue(json!({ "type": "2", "id": "1" }), json!("0c-1")),
            queue(json!({ "type": 2, "id": 1 }), json!("0c-1")),
        ),
        (
            rewrite::<QueueNow>,
            queue(json!({ "type": 7, "id": 1 }), json!("0c-1")),
            queue(json!({ "type": 7, "id": 1 }), json!("0c-1")),
        ),
        (
            rewrite::<QueueNow>,
            queue(json!({ "type": 1 }), json!("0c-1")),
            queue(json!({ "type": 1 }), json!("0c-1")),
        ),
    ];
    for (rewrite, body, expected) in table {
        assert_eq!(rewrite(&body.to_string()), Ok(expected), "{body}");
    }
}

#[test]
fn ids_and_open_enums_have_the_types_that_they_say() {
    let agent: Agent = serde_json::from_value(agent(json!({ "status": 0 }))).expect("an agent");
    assert_eq!((agent.id, agent.status), (AgentId(1), AgentStatus::Online));
    let unknown: Visitor = serde_json::from_value(json!({
        "id": 5, "status": 99, "first_visit_time": "/Date(1)/", "visit_time": "/Date(1)/",
    }))
    .expect("a visitor");
    assert_eq!(unknown.id, VisitorId::from("5"));
    assert_eq!(unknown.status, VisitorStatus::Unknown(99));
    assert_eq!(unknown.status.code(), Some(99));
    let queue: QueueNow =
        serde_json::from_value(queue(json!({ "type": 1, "id": 3 }), json!(1))).expect("a queue");
    assert_eq!(queue.route_to, RouteTo::Department(DepartmentId(3)));
    let chat: Chat =
        serde_json::from_value(chat(json!({ "operators": "Tom, Ann" }))).expect("a chat");
    let names: Vec<_> = chat
        .operators
        .iter()
        .map(|one| one.display_name.as_str())
        .collect();
    assert_eq!(names, ["Tom", "Ann"]);
    assert_eq!(chat.waiting_time, WaitingTime::Seconds(0));
}

#[test]
fn a_page_without_the_one_message_is_refused() {
    let body = json!({ "offline_messages": [], "pages": 0, "total": 0 });
    let error = serde_json::from_value::<OfflineMessage>(body).expect_err("no message");
    assert!(
        error
            .to_string()
            .contains("expected a page with the message"),
        "{error}"
    );
}

#[test]
fn secrets_are_not_shown() {
    let agent: Agent =
        serde_json::from_value(agent(json!({ "api_key": "T0psecret" }))).expect("an agent");
    assert_eq!(agent.api_key.expose(), "T0psecret");
    for shown in [format!("{agent:?}"), format!("{agent:#?}")] {
        assert!(!shown.contains("T0psecret"), "{shown}");
        assert!(shown.contains("Secret(..)"), "{shown}");
    }
    let client = comm100::Client::builder()
        .credentials(comm100::Credentials::new("a@example.com", "key"))
        .build()
        .expect("a client");
    let new = client.create_agent("t@x", "T0psecret", "Tom", "Tom", "Miller");
    let shown = format!("{new:?}");
    assert!(!shown.contains("T0psecret"), "{shown}");
}
