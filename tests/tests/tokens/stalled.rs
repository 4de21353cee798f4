//! Token endpoints and sources that stall.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use comm100::{AccessToken, BoxFuture, Credentials, ErrorKind, RetryPolicy, TokenSource};
use comm100_tests::calls::Faults as _;
use comm100_tests::client::shown;
use comm100_tests::fault::{FaultServer, Reply};

use crate::issuer::{EMAIL, Issuer, TOKEN, builder};

/// The service may lock the account of an agent whose password is wrong too often.
#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_counts_though_its_body_cannot_be_read() {
    let bodies = [
        Reply::head(400, &[("content-length", "100")])
            .write(r#"{"error":"invalid_grant""#)
            .hold(),
        Reply::head(401, &[("content-length", "100")])
            .write("{")
            .close(),
        Reply::status(403, vec![b'x'; 100_000]),
    ];
    for (reply, status) in bodies.into_iter().zip([400, 401, 403]) {
        let issuer = Issuer::default();
        issuer.state().token_replies = vec![reply];
        let server = issuer.serve().await;
        let client = builder(&server).attempt_timeout(Duration::from_secs(1));
        let error = client.build().expect("a client").create("1").await;
        let error = error.expect_err("no token");
        assert_eq!(error.kind(), ErrorKind::Authorization);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(issuer.token_requests(), 1, "{status}");
    }
}

/// A source whose first future never completes.
#[derive(Default)]
struct Stuck(AtomicU32);

impl TokenSource for Stuck {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn StdError + Send + Sync>>> {
        let asked = self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move {
            if asked == 0 {
                std::future::pending::<()>().await;
            }
            Ok(AccessToken::new(TOKEN))
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_never_returns_is_called_again() {
    let server = FaultServer::builder().start().await.expect("a server");
    let client = builder(&server)
        .credentials(Credentials::tokens(Stuck::default()))
        .attempt_timeout(Duration::from_millis(500))
        .build()
        .expect("a client");
    client.read("1").await.expect("an answer");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_token_for_a_retry_the_failure_before_is_returned() {
    let server = FaultServer::replies([
        Reply::status(200, r#"{"access_token":"first-token","expires_in":0}"#),
        Reply::status(503, ""),
        Reply::new().hold(),
    ]);
    let server = server.await.expect("a server");
    let client = builder(&server).timeout(Duration::from_secs(1));
    let error = client.build().expect("a client").read("1").await;
    let error = error.expect_err("no answer");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
}

/// The form contains the encoded password.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_repeated_shows_no_password() {
    for password in ["pass word&123", "p\u{e4}sswort 123"] {
        let issuer = Issuer::default();
        let server = issuer.serve().await;
        let form: String = form(password);
        let body =
            format!(r#"{{"error":"invalid_request","error_description":"not read: {form}"}}"#);
        issuer.state().token_replies = vec![Reply::status(400, body)];
        let credentials = Credentials::password(EMAIL, password);
        let client = builder(&server).credentials(credentials);
        let error = client.build().expect("a client").create("1").await;
        let text = shown(&error.expect_err("no token"));
        assert!(text.contains("not read: password=[REDACTED]"), "{text}");
    }
}

fn form(password: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .append_pair("password", password)
        .finish()
}

#[tokio::test(flavor = "multi_thread")]
async fn waits_without_end_are_none() {
    let issuer = Issuer::default();
    issuer.state().token_replies = vec![Reply::status(503, "")];
    let server = issuer.serve().await;
    let policy = RetryPolicy::new()
        .base(Duration::MAX)
        .cap(Duration::MAX)
        .jitter(|longest| longest);
    let client = builder(&server).retry(policy).build().expect("a client");
    let error = client.create("1").await.expect_err("no token");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
}
