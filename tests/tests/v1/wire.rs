//! Responses that differ from what their endpoint documents.

use std::sync::{Arc, Mutex};

use comm100::v1::*;
use comm100_tests::recorder::{Recorder, response};

use crate::samples::samples;

/// A server that responds with the body that is set.
struct Server {
    recorder: Recorder,
    answer: Arc<Mutex<String>>,
}

impl Server {
    async fn start() -> Self {
        let answer = Arc::new(Mutex::new(String::new()));
        let body = Arc::clone(&answer);
        let recorder = Recorder::start(move |_| {
            let body = body.lock().expect("a body").clone();
            response(200, "application/json", body.as_bytes())
        })
        .await;
        Self { recorder, answer }
    }
}

#[tokio::test]
async fn of_a_page_the_requested_message_is_taken() {
    let message = |id: &str| {
        let mut sample = samples()
            .into_iter()
            .find(|sample| sample.model == "OfflineMessage")
            .expect("a sample")
            .json;
        sample["id"] = id.into();
        sample
    };
    let messages = ["m-1", "m 2/é", "m-3"].map(message);
    let body = serde_json::json!({ "pages": 1, "offline_messages": messages, "total": 3 });
    let server = Server::start().await;
    *server.answer.lock().expect("a body") = body.to_string();
    let client = server.recorder.client();
    for (asked, expected) in [
        ("m-3", "m-3"),
        ("m 2/é", "m 2/é"),
        ("m-1", "m-1"),
        ("m-9", "m-1"),
    ] {
        let message = client
            .get_offline_message(&asked.into())
            .await
            .expect("a message");
        assert_eq!(message.id.as_str(), expected, "{asked}");
    }
}

/// UUIDs and keys mean the same in any letter case.
#[tokio::test]
async fn the_letter_case_of_ids_and_keys_does_not_change_the_message() {
    let server = Server::start().await;
    let client = server.recorder.client();
    let (first, asked) = (
        "0a0e64b0-d7c2-4385-b91f-5a08c6e3d472",
        "1e64b0a9-d7c2-4385-b91f-5a08c6e3d472",
    );
    let page =
        format!(r#"{{"Total":2,"Offline_Messages":[{{"id":"{first}"}},{{"ID":"{asked}"}}]}}"#);
    for body in [page, format!(r#"{{"ID":"{asked}","Name":"Ann"}}"#)] {
        body.clone_into(&mut server.answer.lock().expect("a body"));
        let id = OfflineMessageId::from(asked.to_ascii_uppercase());
        let message = client.get_offline_message(&id).await;
        let message = message.unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!(message.id.as_str(), asked, "{body}");
    }
}

#[tokio::test]
async fn a_conversion_that_was_not_marked_is_an_error_in_spite_of_the_status() {
    let server = Server::start().await;
    let client = server.recorder.client();
    for (code, body) in [
        (
            1,
            r#"{"error_code": 1, "error_message": "No such conversion."}"#,
        ),
        (
            2,
            r#"{"error_code": "2", "error_message": "No such conversion."}"#,
        ),
        (
            99,
            r#"{"error_code": 99, "error_message": "No such conversion."}"#,
        ),
    ] {
        body.clone_into(&mut server.answer.lock().expect("a body"));
        let call = client
            .mark_conversion_successful("x", &"v".into(), 1.0)
            .send();
        let error = call.await.expect_err("a refusal");
        assert_eq!(error.kind(), comm100::ErrorKind::Api);
        assert_eq!(
            (error.code(), error.message()),
            (Some(code), Some("No such conversion."))
        );
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    }
}

#[tokio::test]
async fn the_pages_of_chats_and_messages_are_walked() {
    use futures_util::TryStreamExt;

    let recorder = Recorder::start(|request| {
        let page = request.target().rsplit("page=").next().unwrap_or("1").to_owned();
        let body = if request.target().contains("/chats") {
            format!(
                r#"{{"chats":[{{"id":"c{page}","start_time":"/Date(1)/","end_time":"/Date(1)/"}}],"pages":3,"total":3}}"#
            )
        } else {
            format!(
                r#"{{"offline_messages":[{{"id":"m{page}","time":"/Date(1)/"}}],"pages":3,"total":3}}"#
            )
        };
        response(200, "application/json", body.as_bytes())
    })
    .await;
    let client = recorder.client();
    let chats: Vec<Chat> = client
        .list_chats()
        .items()
        .try_collect()
        .await
        .expect("all chats");
    let ids: Vec<_> = chats.iter().map(|chat| chat.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c2", "c3"]);
    let messages = client.list_offline_messages().page(2).items();
    let messages: Vec<OfflineMessage> = messages.try_collect().await.expect("all messages");
    let ids: Vec<_> = messages.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids, ["m2", "m3"]);
}
