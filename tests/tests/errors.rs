//! The text of an error: it agrees with `sent()`, stays on one line, and keeps what is secret.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use comm100::{ErrorKind, RetryPolicy, Sent, TransportError};
use comm100_tests::calls::Kind;
use comm100_tests::client;
use comm100_tests::fault::{FaultServer, Reply, refused_origin};

/// A status line and the start of a body that is announced as longer.
fn cut_short() -> Reply {
    Reply::head(200, &[("content-length", "20")])
        .write("{")
        .close()
}

#[tokio::test]
async fn the_text_agrees_with_sent() {
    let unknown = "it is not known whether the service acted";
    let answered = "the service answered 200";
    let cases = [
        (Reply::new().close(), Kind::Create, Sent::Maybe, unknown),
        (Reply::new().hold(), Kind::Create, Sent::Maybe, unknown),
        (cut_short(), Kind::Create, Sent::Yes, answered),
        (cut_short(), Kind::Read, Sent::Yes, answered),
        (
            Reply::head(200, &[("content-length", "20")]).hold(),
            Kind::Create,
            Sent::Yes,
            answered,
        ),
    ];
    for (reply, kind, sent, expected) in cases {
        let server = FaultServer::replies([reply]).await.expect("a server");
        let client = client::builder(server.origin())
            .expect("an origin")
            .attempt_timeout(Duration::from_millis(200))
            .retry(RetryPolicy::off())
            .build()
            .expect("a client");
        let error = kind.call(&client, "1").await.expect_err("a failure");
        let text = error.to_string();
        assert_eq!(error.sent(), sent, "{text}");
        assert!(text.contains(expected), "{text}");
        assert_eq!(text.contains("not known"), sent == Sent::Maybe, "{text}");
    }
}

#[tokio::test]
async fn a_read_says_nothing_of_acting() {
    let server = FaultServer::replies([Reply::new().close()])
        .await
        .expect("a server");
    let client = client::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = Kind::Read.call(&client, "1").await.expect_err("a failure");
    assert_eq!(error.sent(), Sent::Maybe);
    assert!(!error.to_string().contains("acted"), "{error}");
}

#[tokio::test]
async fn a_request_that_was_not_sent_says_so() {
    let origin = refused_origin().await.expect("a port");
    let client = client::builder(&origin)
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = Kind::Create
        .call(&client, "1")
        .await
        .expect_err("a failure");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    assert!(error.to_string().contains("nothing was sent"), "{error}");
}

/// The last attempt alone did not get through: the text is about all of them.
/// The causes of a transport of the user's own are recognized by their type.
#[tokio::test]
async fn the_error_that_a_transport_failed_with_is_kept() {
    for make in [TransportError::not_sent, TransportError::maybe_sent] {
        let client = client::builder("http://127.0.0.1:1")
            .expect("an origin")
            .retry(RetryPolicy::off())
            .transport_fn(move |_| async move {
                Err::<http::Response<&'static str>, _>(make(io::Error::other("cut")))
            })
            .build()
            .expect("a client");
        let error = Kind::Read.call(&client, "1").await.expect_err("a failure");
        let cause = error
            .source()
            .and_then(|source| source.downcast_ref::<TransportError>())
            .and_then(|source| source.get_ref().downcast_ref::<io::Error>())
            .expect("the transport's own error");
        assert_eq!(cause.to_string(), "cut");
    }
}

#[tokio::test]
async fn an_earlier_attempt_counts() {
    let attempts = std::sync::atomic::AtomicU32::new(0);
    let client = client::builder("http://127.0.0.1:1")
        .expect("an origin")
        .transport_fn(move |_| {
            let first = attempts.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
            async move {
                Err::<http::Response<&'static str>, _>(if first {
                    TransportError::maybe_sent("reset")
                } else {
                    TransportError::not_sent("refused")
                })
            }
        })
        .build()
        .expect("a client");
    let error = Kind::Replace
        .call(&client, "1")
        .await
        .expect_err("a failure");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Connect, Sent::Maybe)
    );
    let text = error.to_string();
    assert!(
        text.contains("an earlier attempt may have reached"),
        "{text}"
    );
    assert!(!text.contains("nothing was sent"), "{text}");
}

#[tokio::test]
async fn a_message_from_outside_stays_on_one_line() {
    let message = "no\r\nX\u{1b}[31m\u{202e}\u{200b}\u{2028}\u{feff}\u{61c}\u{2066}yes";
    let body = serde_json::json!({ "code": 1, "message": message }).to_string();
    let server = FaultServer::replies([Reply::status(404, body)])
        .await
        .expect("a server");
    let client = client::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = Kind::Read.call(&client, "1").await.expect_err("a failure");
    let api = error.api().expect("an error of the service");
    // The message as it arrived remains available.
    assert_eq!(api.message(), Some(message));
    for shown in [api.to_string(), error.to_string(), format!("{error:?}")] {
        let plain = |c: char| c.is_ascii_graphic() || c == ' ';
        assert!(shown.chars().all(plain), "{shown:?}");
    }
    let long = format!(r#"{{"message":"{}"}}"#, "x".repeat(10_000));
    let server = FaultServer::replies([Reply::status(404, long)])
        .await
        .expect("a server");
    let client = client::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = Kind::Read.call(&client, "1").await.expect_err("a failure");
    assert!(error.api().is_some_and(|api| api.to_string().len() < 400));
}

/// Every form in which any generation of the service writes an error: code, name, message.
#[expect(clippy::too_many_lines, reason = "one table")]
#[tokio::test]
async fn forms_of_errors() {
    type Expected = (Option<i64>, Option<&'static str>, Option<&'static str>);
    let m = Some("m");
    let cases: [(&[u8], Expected); 40] = [
        (br#"{"code": 1, "message": "m"}"#, (Some(1), None, m)),
        (br#"{ code: 1, message: "m" }"#, (Some(1), None, m)),
        (br"{ code: 1, message: 'm', }", (Some(1), None, m)),
        (br#"{"code": " 12 ", "message": "m"}"#, (Some(12), None, m)),
        (br#"{"code": 1.5, "message": "m"}"#, (None, None, m)),
        (
            br#"{"error_code": 2, "error_message": "m"}"#,
            (Some(2), None, m),
        ),
        (
            br#"{"errorCode": 2, "errorMessage": "m"}"#,
            (Some(2), None, m),
        ),
        (
            br#"{"ErrorCode": 2, "ErrorMessage": "m"}"#,
            (Some(2), None, m),
        ),
        (
            br#"{"ERROR_CODE": 2, "ERROR_MESSAGE": "m"}"#,
            (Some(2), None, m),
        ),
        (br#"{"Code": 2, "MESSAGE": "m"}"#, (Some(2), None, m)),
        (
            br#"{"error": "EntityNotFound", "message": "m"}"#,
            (None, Some("EntityNotFound"), m),
        ),
        (
            br#"{"Error": "EntityNotFound", "Message": "m"}"#,
            (None, Some("EntityNotFound"), m),
        ),
        (
            br#"{"error": "EntityNotFound"}"#,
            (None, Some("EntityNotFound"), None),
        ),
        (
            br#"{"code": "EntityNotFound", "message": "m"}"#,
            (None, Some("EntityNotFound"), m),
        ),
        (
            br#"{"error": "It did not work."}"#,
            (None, None, Some("It did not work.")),
        ),
        (br#"{"error": 7, "message": "m"}"#, (Some(7), None, m)),
        (br#"{"error": null, "message": "m"}"#, (None, None, m)),
        (
            br#"{"error": {"code": 3, "message": "m"}}"#,
            (Some(3), None, m),
        ),
        (
            br#"{"error": {"code": "NotFound", "message": "m"}}"#,
            (None, Some("NotFound"), m),
        ),
        (
            br#"{"error": {"error": {"code": 3, "message": "m"}}}"#,
            (Some(3), None, m),
        ),
        (
            br#"{"error": {"code": 3}, "message": "m"}"#,
            (Some(3), None, m),
        ),
        (br#"{"error": []}"#, (None, None, None)),
        (
            br#"{"type": "about:blank", "title": "t", "status": 404, "detail": "m"}"#,
            (None, None, m),
        ),
        (
            br#"{"type": "about:blank", "title": "m", "status": 404}"#,
            (None, None, m),
        ),
        (br#"{"title": "m", "detail": ""}"#, (None, None, m)),
        (br#"{"title": "m", "detail": null}"#, (None, None, m)),
        (
            br#"{"error": "invalid_grant", "error_description": "m"}"#,
            (None, Some("invalid_grant"), m),
        ),
        (b"Not here.", (None, None, Some("Not here."))),
        (b" Not here.\r\n", (None, None, Some("Not here."))),
        (b"\xef\xbb\xbfNot here.", (None, None, Some("Not here."))),
        (b"caf\xe9 closed", (None, None, Some("caf\u{e9} closed"))),
        (b"<!DOCTYPE html><p>m</p>", (None, None, None)),
        (b"bin\x00ary", (None, None, None)),
        (br#"{"code": 1, "message": "m"#, (None, None, None)),
        (b"true", (None, None, None)),
        (
            b"{\"code\": 1, \"message\": \"caf\xe9\"}",
            (Some(1), None, Some("caf\u{e9}")),
        ),
        (
            br#"{"code": 1, "message": "a\ud800b"}"#,
            (Some(1), None, Some("a\u{fffd}b")),
        ),
        (
            br#"{"code": 1, "message": "a\udc00\u00e9"}"#,
            (Some(1), None, Some("a\u{fffd}\u{e9}")),
        ),
        (
            br#"{"code": 1, "message": "\ud83d\ude00\\ud800"}"#,
            (Some(1), None, Some("\u{1f600}\\ud800")),
        ),
        (
            br#"{ code: 1, message: "a\ud800" }"#,
            (Some(1), None, Some("a\u{fffd}")),
        ),
    ];
    for (body, expected) in cases {
        let shown = String::from_utf8_lossy(body).into_owned();
        let server = FaultServer::replies([Reply::status(404, body)])
            .await
            .expect("a server");
        let client = client::builder(server.origin())
            .and_then(comm100::ClientBuilder::build)
            .expect("a client");
        let error = Kind::Read.call(&client, "1").await.expect_err("a failure");
        assert_eq!(error.kind(), ErrorKind::Api, "{shown}");
        let read = (error.code(), error.error_name(), error.message());
        assert_eq!(read, expected, "{shown}");
        assert_eq!(error.status(), Some(http::StatusCode::NOT_FOUND));
        assert_eq!(error.body().map(|body| &body[..]), Some(body), "{shown}");
    }
}

#[tokio::test]
async fn a_name_is_displayed() {
    let body = r#"{"error": "EntityNotFound", "message": "No such ticket."}"#;
    let server = FaultServer::replies([Reply::status(404, body)])
        .await
        .expect("a server");
    let client = client::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = Kind::Read.call(&client, "1").await.expect_err("a failure");
    assert_eq!(
        error.to_string(),
        "GET livechat/faults/{id}: the service answered 404 Not Found, EntityNotFound: No such ticket."
    );
    let api = error.api().expect("an error of the service");
    assert_eq!(api.to_string(), "<EntityNotFound, No such ticket.>");
}
