//! Every documented form of a response that has more than one, as a table: what arrives, and what it
//! is written as again, which is the one form that the types have.

mod bodies;
mod types;

use comm100::v1::*;
use serde_json::{Value, json};

use self::bodies::{agent, chat, field, message, queue, with};
use crate::samples::rewrite;

type Rewrite = fn(&str) -> Result<Value, String>;

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
