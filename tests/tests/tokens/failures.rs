//! Tokens that cannot be had.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use comm100::{
    AccessToken, BoxFuture, Client, Credentials, ErrorKind, Platform, QuotaCount, QuotaKey,
    QuotaStore, Sent, TokenSource,
};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::fault::{Reply, refused_origin};

use crate::issuer::{EMAIL, Issuer, PASSWORD, TOKEN, build, builder, keeps_secrets};

fn refusal(status: u16) -> Reply {
    let body = format!(
        r#"{{"error":"invalid_grant","error_description":"{PASSWORD} is not the password."}}"#
    );
    Reply::status(status, body)
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_credentials_are_an_authorization_error_and_not_tried_again() {
    for status in [400, 401, 403, 404] {
        let issuer = Issuer::default();
        issuer.state().token_replies = vec![refusal(status)];
        let server = issuer.serve().await;
        let client = build(&server);
        let error = client.create("1").await.expect_err("no token");
        assert_eq!(error.kind(), ErrorKind::Authorization);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.error_name(), Some("invalid_grant"));
        assert_eq!(error.message(), Some("[REDACTED] is not the password."));
        assert_eq!((error.sent(), error.attempts()), (Sent::No, 0));
        // A 404 of the token endpoint does not mean that the item is missing.
        assert!(!error.is_not_found());
        assert_eq!(error.is_unauthorized(), status == 401);
        assert!(error.endpoint().is_some());
        assert!(error.to_string().contains("cannot get a token"), "{error}");
        keeps_secrets(&error);
        assert_eq!(
            (issuer.token_requests(), issuer.state().calls),
            (1, 0),
            "{status}"
        );
        // The next call asks again.
        client.create("1").await.expect("an answer");
    }
}

/// The service knows the token and refuses the call: another token would change nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_refused_keeps_its_token() {
    for kind in Kind::ALL {
        let issuer = Issuer::default();
        issuer.state().on_call = Some(|number| (number == 1).then(|| Reply::status(403, "")));
        let server = issuer.serve().await;
        let client = build(&server);
        let error = kind.call(&client, "1").await.expect_err("403");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
        kind.call(&client, "1").await.expect("an answer");
        assert_eq!((issuer.token_requests(), issuer.state().calls), (1, 2));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unavailable_endpoint_is_called_again() {
    let away = [
        Reply::status(503, ""),
        Reply::status(500, "<html></html>"),
        Reply::status(429, ""),
        Reply::status(408, ""),
        Reply::new().reset(),
        Reply::head(200, &[("content-length", "100")])
            .write("{")
            .close(),
    ];
    for reply in away {
        let issuer = Issuer::default();
        issuer.state().token_replies = vec![reply.clone(), reply];
        let server = issuer.serve().await;
        build(&server).create("1").await.expect("an answer");
        assert_eq!((issuer.token_requests(), issuer.state().calls), (3, 1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_server_listens() {
    let origin = refused_origin().await.expect("a port");
    let issuer = Issuer::default();
    let server = issuer.serve().await;
    let platform = Platform::split(&origin, server.origin()).expect("a platform");
    let client = builder(&server)
        .platform(platform)
        .timeout(Duration::from_millis(400))
        .build()
        .expect("a client");
    let error = client.create("1").await.expect_err("no token");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Authorization, Sent::No)
    );
    assert!(error.source().is_some());
    keeps_secrets(&error);
    assert_eq!(issuer.state().calls, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_response_without_a_token() {
    for body in [
        String::new(),
        "<html>Sign in</html>".into(),
        "{}".into(),
        r#"{"access_token":7}"#.into(),
        r#"{"access_token":""}"#.into(),
        format!(r#"{{"access_token":"{TOKEN}\n"}}"#),
        format!(r#"{{"access_token":"{TOKEN}\u00e9"}}"#),
        TOKEN.into(),
        format!("\"{TOKEN}\""),
        format!("access_token={TOKEN}&token_type=bearer"),
        "x".repeat(100_000),
    ] {
        let issuer = Issuer::default();
        issuer.state().token_replies = vec![Reply::status(200, &body)];
        let server = issuer.serve().await;
        let error = build(&server).create("1").await.expect_err("no token");
        assert_eq!(error.kind(), ErrorKind::Authorization, "{body:.50}");
        assert_eq!(error.message(), None, "{body:.50}");
        keeps_secrets(&error);
        assert_eq!((issuer.token_requests(), issuer.state().calls), (1, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_with_the_status_of_a_success_is_named() {
    let issuer = Issuer::default();
    issuer.state().token_replies = vec![Reply::status(200, r#"{"error":"invalid_client"}"#)];
    let server = issuer.serve().await;
    let error = build(&server).create("1").await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert_eq!(error.error_name(), Some("invalid_client"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_not_followed() {
    let issuer = Issuer::default();
    let location = Reply::with_headers(307, &[("location", "/oauth/token")], "");
    issuer.state().token_replies = vec![location];
    let server = issuer.serve().await;
    let error = build(&server).create("1").await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert_eq!(issuer.token_requests(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_endpoint_ends_each_call_at_its_deadline() {
    let issuer = Issuer::default();
    issuer.state().token_replies = vec![Reply::new().hold()];
    let server = issuer.serve().await;
    let client = build(&server);
    for kind in [Kind::Read, Kind::Create] {
        let call = kind.call(&client, "1");
        tokio::time::timeout(Duration::from_millis(100), call)
            .await
            .expect_err("it waits");
        let error = client.read("1").timeout(Duration::from_millis(100)).await;
        let error = error.expect_err("no token");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
        assert_eq!(error.attempts(), 0);
    }
    assert_eq!((issuer.token_requests(), issuer.state().calls), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_that_fails_after_a_401_says_so() {
    let issuer = Issuer::default();
    let server = issuer.serve().await;
    let client = build(&server);
    client.read("1").await.expect("an answer");
    issuer.revoke_all();
    issuer.state().token_replies = vec![refusal(400)];
    let error = client.create("1").await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_counts_for_nobody_in_a_shared_store() {
    let store = std::sync::Arc::new(Nothing);
    let unnamed = Client::builder()
        .credentials(Credentials::bearer(TOKEN))
        .quota_store(std::sync::Arc::clone(&store));
    let error = unnamed.build().expect_err("no account");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("quota_account"), "{error}");
    let named = Client::builder()
        .credentials(Credentials::bearer(TOKEN))
        .quota_store(std::sync::Arc::clone(&store))
        .quota_account("acme");
    named.build().expect("a client");
    Client::builder()
        .credentials(Credentials::password(EMAIL, PASSWORD))
        .quota_store(store)
        .build()
        .expect("the email names the account");
}

/// A store that is never asked.
struct Nothing;

type Outcome<T> = Result<T, Box<dyn StdError + Send + Sync>>;

impl QuotaStore for Nothing {
    fn take<'a>(&'a self, _: &'a QuotaKey, _: Option<u64>) -> BoxFuture<'a, Outcome<bool>> {
        Box::pin(async { Err("unused".into()) })
    }

    fn count<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<QuotaCount>> {
        Box::pin(async { Err("unused".into()) })
    }

    fn exhaust<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(async { Err("unused".into()) })
    }
}

#[derive(Debug)]
struct Sealed {
    until: u32,
}

impl std::fmt::Display for Sealed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the vault is sealed")
    }
}

impl StdError for Sealed {}

struct Vault;

impl TokenSource for Vault {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn StdError + Send + Sync>>> {
        Box::pin(async { Err(Sealed { until: 7 }.into()) })
    }
}

/// A source that panics the first time.
struct Fragile(AtomicBool);

impl TokenSource for Fragile {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn StdError + Send + Sync>>> {
        let was_asked = self.0.swap(true, Ordering::Relaxed);
        Box::pin(async move {
            assert!(was_asked, "the first request");
            Ok(AccessToken::new(TOKEN))
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_panics_is_asked_again() {
    let issuer = Issuer::default();
    issuer.state().on_call = Some(|_| Some(Reply::ok()));
    let server = issuer.serve().await;
    let client = builder(&server)
        .credentials(Credentials::tokens(Fragile(AtomicBool::new(false))))
        .build()
        .expect("a client");
    client.create("1").await.expect("an answer");
}

/// The caller recognizes the error of its own source, also if several calls waited for it.
#[tokio::test(flavor = "multi_thread")]
async fn the_source_of_the_error_is_the_error_of_the_token_source() {
    let server = Issuer::default().serve().await;
    let client = builder(&server)
        .credentials(Credentials::tokens(Vault))
        .build()
        .expect("a client");
    let (one, two) = tokio::join!(client.create("1").send(), client.create("2").send());
    for error in [one, two].map(|result| result.expect_err("no token")) {
        assert_eq!(error.kind(), ErrorKind::Authorization);
        let source = error.source().expect("a source");
        let sealed = source.downcast_ref::<Sealed>();
        assert_eq!(sealed.map(|sealed| sealed.until), Some(7), "{source:?}");
    }
}
