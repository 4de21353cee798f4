//! Bodies become the declared values, or an error that says where they differ.

use comm100::{ErrorKind, Sent};

use crate::{Chat, Chats as _, Rare as _, Scripted};

#[tokio::test]
async fn an_option_may_have_no_body_and_a_list_may_be_null() {
    let server = Scripted::start().await;
    let client = server.client();
    let chat = |id| Chat {
        id,
        start_time: None,
    };
    for (status, body) in [
        (200, "null"),
        (200, " null "),
        (200, ""),
        (200, " \r\n"),
        (200, "\u{feff}"),
        (204, ""),
        (205, ""),
    ] {
        server.set(status, body.as_bytes());
        assert_eq!(client.current().await.unwrap(), None, "{status} {body:?}");
        assert_eq!(client.word().await.unwrap(), None);
        assert_eq!(client.nested().await.unwrap(), None);
        // A generic type is plain JSON, whatever it is.
        if body.trim() != "null" {
            let error = client.any::<Option<Chat>>().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert_eq!(client.all().await.unwrap_err().kind(), ErrorKind::Decode);
        }
    }
    server.set(200, b" null ");
    assert_eq!(client.all().await.unwrap(), []);
    assert_eq!(client.any_list::<Chat>().await.unwrap(), []);
    assert_eq!(client.any::<Option<Chat>>().await.unwrap(), None);
    let error = client.any::<Vec<Chat>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    server.set(200, br#"{"id": 1}"#);
    assert_eq!(client.current().await.unwrap(), Some(chat(1)));
    server.set(200, br#"[{"id": 1}, {"id": 2}]"#);
    assert_eq!(client.all().await.unwrap(), [chat(1), chat(2)]);
    server.set(200, br#"[{"id": 1}, {"id": "x"}]"#);
    let error = client.all().await.unwrap_err();
    assert!(
        error.to_string().contains("expected u64 at `[1].id`"),
        "{error}"
    );
    server.set(200, b"\"null\"");
    assert_eq!(client.word().await.unwrap().as_deref(), Some("null"));
    // A 404 stays an error.
    server.set(404, b"null");
    assert!(client.current().await.unwrap_err().is_not_found());
}

/// A proxy may name a coding that was not accepted, though there is nothing to encode.
#[tokio::test]
async fn nothing_is_absent_in_any_coding() {
    let server = Scripted::start().await;
    let client = server.client();
    for coding in ["gzip", "br"] {
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-encoding: {coding}\r\ncontent-length: 0\r\n\r\n");
        *server.answer.lock().unwrap() = head.into_bytes();
        assert_eq!(client.current().await.unwrap(), None, "{coding}");
    }
}

#[tokio::test]
async fn values() {
    let server = Scripted::start().await;
    let client = server.client();
    server.set(
        200,
        b"\xef\xbb\xbf {\"id\": 1, \"more\": [], \"start_time\": null} ",
    );
    let chat = client.get(1).await.unwrap();
    assert_eq!(
        chat,
        Chat {
            id: 1,
            start_time: None
        }
    );
    server.set(201, "h\u{e9}".as_bytes());
    assert_eq!(client.text().await.unwrap(), "h\u{e9}");
    server.set(200, b"\xff\x00");
    assert_eq!(client.bytes().await.unwrap(), b"\xff\x00"[..]);
    client.nothing().await.unwrap();
    let response = client.nothing().send_with_response().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/json");
    let () = response.into_inner();
}

#[tokio::test]
async fn bodies_of_another_type() {
    let server = Scripted::start().await;
    let client = server.client();
    let cases: [(&[u8], &str); 10] = [
        (b"", "empty"),
        (b"  ", "empty"),
        (b"<!DOCTYPE html><p>secret-text", "HTML"),
        (b"{\"chats\": [{\"id\": 1}", "ends early"),
        (b"{\"chats\": [{\"id\": 1}]} x", "trailing"),
        (
            b"{\"chats\": [{\"id\": 1}, {\"id\": \"secret-text\"}]}",
            "expected u64 at `chats[1].id`",
        ),
        (
            b"{\"chats\": [{\"id\": 1, \"start_time\": 5}]}",
            "expected a string at `chats[0].start_time`",
        ),
        (
            b"{\"chats\": [{\"start_time\": \"secret-text, expected x\"}]}",
            "missing field `id` at `chats[0]`",
        ),
        (
            b"{\"chats\": \"secret-text, expected y\"}",
            "expected a sequence at `chats`",
        ),
        (b"{\"chats\": [\xff]}", "not UTF-8 from byte 11"),
    ];
    for (body, expected) in cases {
        server.set(200, body);
        let error = client.list().await.unwrap_err();
        let text = format!("{error} {error:?}");
        assert_eq!(error.kind(), ErrorKind::Decode, "{text}");
        assert!(text.contains(expected), "{text}");
        assert!(text.starts_with("GET livechat/chats: "), "{text}");
        assert!(!text.contains("secret-text"), "{text}");
        assert_eq!(error.body().unwrap(), body);
        assert_eq!(error.status().unwrap(), 200);
        assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
        let mut source = std::error::Error::source(&error);
        while let Some(inner) = source {
            assert!(!inner.to_string().contains("secret-text"), "{inner}");
            source = inner.source();
        }
    }
    server.set(200, b"\xff");
    assert_eq!(client.text().await.unwrap_err().kind(), ErrorKind::Decode);
}

/// The path is found by a second decode, which is not worth its time far into a large body.
#[tokio::test]
async fn a_mistake_far_into_a_body_has_its_place_without_a_path() {
    let server = Scripted::start().await;
    let client = server.client();
    for (chats, path) in [(10, "at `chats[10].id` "), (200_000, "")] {
        let body = format!(
            "{{\"chats\": [\n{}{{\"id\": \"1\"}}]}}",
            "{\"id\": 1},\n".repeat(chats)
        );
        server.set(200, body.as_bytes());
        let text = client.list().await.unwrap_err().to_string();
        let expected = format!("expected u64 {path}(line {}, column 10)", chats + 2);
        assert!(text.contains(&expected), "{text}");
    }
}
