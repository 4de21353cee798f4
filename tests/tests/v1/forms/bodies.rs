//! Bodies with the required fields, as the documentation's tables have them, and more.

use serde_json::{Value, json};

/// The required fields of a chat, as the documentation's table has them.
pub(super) fn chat(more: Value) -> Value {
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

pub(super) fn message(more: Value) -> Value {
    with(
        json!({
            "id": "m", "name": "", "email": "", "company": "", "phone": "", "department": "",
            "subject": "", "content": "", "custom_fields": [], "attachment": [], "time": "/Date(1)/",
        }),
        more,
    )
}

pub(super) fn field(more: Value) -> Value {
    with(
        json!({
            "id": 7, "name": "", "type": "text", "isSystem": false, "isVisible": false,
            "isRequired": false, "options": [], "categories": [],
        }),
        more,
    )
}

pub(super) fn agent(more: Value) -> Value {
    with(
        json!({
            "id": 1, "email": "", "display_name": "Tom", "api_key": "", "status": 2,
            "ongoing_chats": 0, "departments": [], "max_chats_count": 0,
        }),
        more,
    )
}

pub(super) fn with(mut object: Value, more: Value) -> Value {
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
pub(super) fn queue(route: Value, visitor: Value) -> Value {
    json!({
        "routeTo": route, "ongoingChats": 0.0, "avgWaitTimeInLast30Mins": 0.0,
        "avgWaitTimeInLast60Mins": 0.0, "abandonedChatsInLast30Mins": 0.0,
        "switchedToMessagesInLast30Mins": 0.0,
        "queue": [{ "visitorId": visitor, "waitTime": 0.0 }],
    })
}
