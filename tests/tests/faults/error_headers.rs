//! The headers of the response in an error.

use std::time::Duration;

use comm100::{ClientBuilder, ErrorKind, RetryPolicy};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply};

const SECRET: &str = "session=s3cr3t";
/// More than `max_response_bytes` below.
const LARGE: &str = "2000";

fn head(status: u16, length: &str) -> Reply {
    let headers = [
        ("x-request-id", "r-1"),
        ("set-cookie", SECRET),
        ("location", "/elsewhere"),
        ("content-length", length),
    ];
    Reply::head(status, &headers)
}

#[tokio::test]
async fn an_error_has_the_headers_of_the_response_whose_head_arrived() {
    let cases = [
        (ErrorKind::Api, head(500, "0")),
        (ErrorKind::Api, head(403, "9").write("{").close()),
        (ErrorKind::Redirect, head(302, "0")),
        (ErrorKind::Decode, head(200, "1").write("x")),
        (ErrorKind::Transport, head(200, "9").write("{").close()),
        (ErrorKind::Timeout, head(200, "9").write("{").hold()),
        (
            ErrorKind::TooLarge,
            head(200, LARGE).write("x".repeat(2000)),
        ),
    ];
    for (kind, reply) in cases {
        let error = failure(reply).await;
        assert_eq!(error.kind(), kind, "{error}");
        let headers = error.headers().expect("a head");
        assert_eq!(headers["x-request-id"], "r-1", "{error}");
        assert!(!format!("{error} {error:?}").contains(SECRET));
    }
}

#[tokio::test]
async fn without_a_response_there_are_none() {
    for reply in [
        Reply::new().close(),
        Reply::raw("HTTP/1.1 200 OK\r\nX-Re").close(),
    ] {
        let error = failure(reply).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
        assert_eq!(error.headers(), None);
    }
}

/// A failure that is tried again has the headers of its last attempt.
#[tokio::test]
async fn they_are_those_of_the_last_attempt() {
    let numbered = |id| Reply::with_headers(503, &[("x-request-id", id)], "");
    let server = FaultServer::replies(["r-1", "r-2", "r-3"].map(numbered));
    let server = server.await.expect("a server");
    let client = crate::builder(server.origin()).and_then(ClientBuilder::build);
    let client = client.expect("a client");
    let error = client.read("1").await.expect_err("a failure");
    assert_eq!(error.attempts(), 3);
    assert_eq!(error.headers().expect("a head")["x-request-id"], "r-3");
}

async fn failure(reply: Reply) -> comm100::Error {
    let server = FaultServer::replies([reply]).await.expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .attempt_timeout(Duration::from_millis(200))
        .max_response_bytes(1000)
        .retry(RetryPolicy::off())
        .build()
        .expect("a client");
    client.read("1").await.expect_err("a failure")
}
