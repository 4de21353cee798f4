//! The text of an error: it agrees with `sent()`, stays on one line, and keeps what is secret.

mod forms;

use std::error::Error as _;
use std::io;
use std::time::Duration;

use comm100::{ClientBuilder, Error, ErrorKind, RetryPolicy, Sent, TransportError};
use comm100_tests::calls::Kind;
use comm100_tests::client;
use comm100_tests::fault::{FaultServer, Reply, refused_origin};

/// Returns the error of a read that gets this reply.
async fn error_of(reply: Reply) -> Error {
    let server = FaultServer::replies([reply]).await.expect("a server");
    let client = client::builder(server.origin())
        .and_then(ClientBuilder::build)
        .expect("a client");
    Kind::Read.call(&client, "1").await.expect_err("a failure")
}

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
async fn the_error_of_a_read_does_not_mention_acting() {
    let error = error_of(Reply::new().close()).await;
    assert_eq!(error.sent(), Sent::Maybe);
    assert!(!error.to_string().contains("acted"), "{error}");
}

#[tokio::test]
async fn a_request_that_was_not_sent_says_so() {
    let origin = refused_origin().await.expect("a port");
    let client = client::builder(&origin)
        .and_then(ClientBuilder::build)
        .expect("a client");
    let error = Kind::Create
        .call(&client, "1")
        .await
        .expect_err("a failure");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    assert!(error.to_string().contains("nothing was sent"), "{error}");
    assert!(!error.may_have_acted(), "{error}");
}

/// The error of a custom transport is recognized by its type.
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

/// The last attempt alone did not get through: the text is about all of them.
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
    let error = error_of(Reply::status(404, body)).await;
    let api = error.api().expect("an error of the service");
    // The message as it arrived remains available.
    assert_eq!(api.message(), Some(message));
    for shown in [api.to_string(), error.to_string(), format!("{error:?}")] {
        let plain = |c: char| c.is_ascii_graphic() || c == ' ';
        assert!(shown.chars().all(plain), "{shown:?}");
    }
    let long = format!(r#"{{"message":"{}"}}"#, "x".repeat(10_000));
    let error = error_of(Reply::status(404, long)).await;
    assert!(error.api().is_some_and(|api| api.to_string().len() < 400));
}

/// Words for metrics: the name of each kind in snake case.
#[test]
fn a_kind_is_shown_as_a_word() {
    for (kind, word) in [
        (ErrorKind::Api, "api"),
        (ErrorKind::Authorization, "authorization"),
        (ErrorKind::Config, "config"),
        (ErrorKind::Connect, "connect"),
        (ErrorKind::Decode, "decode"),
        (ErrorKind::QuotaExhausted, "quota_exhausted"),
        (ErrorKind::QuotaUnavailable, "quota_unavailable"),
        (ErrorKind::RateLimited, "rate_limited"),
        (ErrorKind::Redirect, "redirect"),
        (ErrorKind::Request, "request"),
        (ErrorKind::Timeout, "timeout"),
        (ErrorKind::TooLarge, "too_large"),
        (ErrorKind::Transport, "transport"),
    ] {
        assert_eq!((kind.as_str(), kind.to_string()), (word, word.to_owned()));
        assert_eq!(format!("{kind:>18}"), format!("{word:>18}"));
    }
}
