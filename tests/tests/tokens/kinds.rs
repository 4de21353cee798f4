//! Every kind of credentials, by the bytes that arrive.

use std::error::Error as StdError;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use comm100::{
    AccessToken, BoxFuture, Client, ClientBuilder, Credentials, ErrorKind, Platform, TokenSource,
};
use comm100_tests::calls::Faults as _;
use comm100_tests::recorder::{Recorder, response};

use crate::issuer::{EMAIL, PASSWORD, TOKEN};

const ANSWER: &str = r#"{"value":"done"}"#;

/// Issues one token, and responds to everything else.
async fn recorder() -> Recorder {
    Recorder::start(|request| {
        let token = format!(r#"{{"access_token":"{TOKEN}","expires_in":43199}}"#);
        let body = if request.target().contains("oauth") {
            &token
        } else {
            ANSWER
        };
        response(200, "application/json", body.as_bytes())
    })
    .await
}

fn builder(recorder: &Recorder, credentials: Credentials) -> ClientBuilder {
    recorder.builder().credentials(credentials)
}

#[tokio::test]
async fn a_token_is_requested_by_a_form_and_sent_with_each_call() {
    for (credentials, path, form) in [
        (
            Credentials::password(EMAIL, PASSWORD),
            "/oauth/token",
            format!("grant_type=password&email=agent%40example.com&password={PASSWORD}"),
        ),
        (
            Credentials::password(EMAIL, "a&b=c \u{e9}+").client_id("id 1"),
            "/oauth/token",
            "grant_type=password&email=agent%40example.com&password=a%26b%3Dc+%C3%A9%2B&client_id=id+1"
                .to_owned(),
        ),
        (
            Credentials::partner(EMAIL, PASSWORD),
            "/partner/oauth/token",
            format!("grant_type=password&email=agent%40example.com&password={PASSWORD}"),
        ),
    ] {
        let recorder = recorder().await;
        let client = builder(&recorder, credentials)
            .default_header("x-job", "night shift")
            .default_query("zone", "UTC")
            .build()
            .expect("a client");
        assert_eq!(client.read("1").await.expect("an answer").value, "done");
        client.create("x").await.expect("an answer");
        let requests = recorder.requests();
        let [token, read, create] = &requests[..] else {
            panic!("{} requests", requests.len());
        };
        assert_eq!(token.target(), path);
        assert_eq!(token.text(), form);
        assert_eq!(token.header("content-type"), ["application/x-www-form-urlencoded"]);
        assert_eq!(token.header("accept"), ["application/json"]);
        assert_eq!(token.header("authorization"), [""; 0]);
        assert_eq!(token.header("x-job"), [""; 0]);
        for call in [read, create] {
            assert_eq!(call.header("authorization"), [format!("Bearer {TOKEN}")]);
            assert_eq!(call.header("x-job"), ["night shift"]);
            assert!(call.target().ends_with("?zone=UTC"), "{}", call.target());
        }
    }
}

#[tokio::test]
async fn a_site_id_is_in_the_query_of_every_call_and_swapped_with_the_key() {
    let recorder = Recorder::json(ANSWER).await;
    let client = builder(
        &recorder,
        Credentials::new(EMAIL, "KEY-1").site_id(10_100_116),
    )
    .build()
    .expect("a client");
    client.read("1").await.expect("an answer");
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/faults/1?siteId=10100116"
    );
    client
        .set_credentials(Credentials::new(EMAIL, "KEY-2").site_id(7))
        .expect("credentials");
    client.read("1").await.expect("an answer");
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/faults/1?siteId=7"
    );
    let shown = client.read("1").request().expect("a request");
    assert_eq!(shown.uri().query(), Some("siteId=7"));
}

#[tokio::test]
async fn a_bearer_token_is_sent_as_it_is_and_never_renewed() {
    let recorder = Recorder::start(|_| response(401, "application/json", b"")).await;
    let client = builder(&recorder, Credentials::bearer(TOKEN))
        .build()
        .expect("a client");
    let error = client.read("1").await.expect_err("401");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    assert_eq!(
        recorder.take().header("authorization"),
        [format!("Bearer {TOKEN}")]
    );
}

#[tokio::test]
async fn tokens_come_from_the_panel_and_calls_go_to_the_api() {
    let (panel, api) = (recorder().await, Recorder::json(ANSWER).await);
    let platform = Platform::split(panel.origin(), api.origin()).expect("a platform");
    let client = Client::builder()
        .platform(platform)
        .credentials(Credentials::password(EMAIL, PASSWORD))
        .build()
        .expect("a client");
    client.read("1").await.expect("an answer");
    assert_eq!(panel.take().target(), "/oauth/token");
    assert_eq!(api.take().target(), "/api/v1/livechat/faults/1");
}

#[tokio::test]
async fn a_request_that_is_shown_has_the_token_that_is_there() {
    let recorder = recorder().await;
    let client = builder(&recorder, Credentials::password(EMAIL, PASSWORD))
        .build()
        .expect("a client");
    let shown = client.read("1").request().expect("a request");
    assert!(!shown.headers().contains_key("authorization"));
    assert_eq!(recorder.requests().len(), 0);
    client.read("1").await.expect("an answer");
    let shown = client.read("1").request().expect("a request");
    assert_eq!(shown.headers()["authorization"], format!("Bearer {TOKEN}"));
    assert!(shown.headers()["authorization"].is_sensitive());
    assert!(!format!("{shown:?}").contains(TOKEN));
    assert_eq!(recorder.requests().len(), 2);
}

/// Returns `TOKEN-..-1` and `TOKEN-..-2`, then an error.
struct Counting(AtomicUsize);

impl TokenSource for Counting {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn StdError + Send + Sync>>> {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Box::pin(async move {
            if number > 2 {
                return Err("the vault is closed".into());
            }
            Ok(AccessToken::new(format!("{TOKEN}-{number}")))
        })
    }
}

#[tokio::test]
async fn a_source_is_called_once_and_again_after_a_401() {
    let recorder = Recorder::start(|request| {
        let good = request.header("authorization") == [format!("Bearer {TOKEN}-2")];
        let status = if good || request.target().ends_with('1') {
            200
        } else {
            401
        };
        response(status, "application/json", ANSWER.as_bytes())
    })
    .await;
    let client = builder(
        &recorder,
        Credentials::tokens(Counting(AtomicUsize::new(0))),
    )
    .build()
    .expect("a client");
    for _ in 0..3 {
        client.read("1").await.expect("an answer");
        assert_eq!(
            recorder.take().header("authorization"),
            [format!("Bearer {TOKEN}-1")]
        );
    }
    let response = client
        .replace("2", "x")
        .send_with_response()
        .await
        .expect("an answer");
    assert_eq!(response.attempts(), 2);
    let closed = Credentials::tokens(|| async { Err("the vault is closed".into()) });
    let failing = builder(&recorder, closed).build().expect("a client");
    let error = failing.read("1").await.expect_err("no token");
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert!(error.is_authorization());
    let source = error.source().expect("a source");
    assert_eq!(source.to_string(), "the vault is closed");
}

#[tokio::test]
async fn a_closure_is_a_source() {
    let recorder = Recorder::start(|_| response(200, "application/json", ANSWER.as_bytes())).await;
    let vault = Arc::new(TOKEN.to_owned());
    let credentials = Credentials::tokens(move || {
        let vault = Arc::clone(&vault);
        async move { Ok(AccessToken::new(vault.as_str())) }
    });
    let client = builder(&recorder, credentials).build().expect("a client");
    client.read("1").await.expect("an answer");
    let request = recorder.take();
    let authorization = request.header("authorization");
    assert_eq!(authorization, [format!("Bearer {TOKEN}")]);
}

#[test]
fn what_does_not_apply_or_cannot_be_sent_is_named_by_build() {
    let long = "x".repeat(10);
    for (credentials, text) in [
        (Credentials::bearer(TOKEN).client_id("1"), "`client_id`"),
        (Credentials::bearer(TOKEN).site_id(1), "`site_id`"),
        (Credentials::new(EMAIL, "KEY").client_id("1"), "`client_id`"),
        (
            Credentials::password(EMAIL, PASSWORD).site_id(1),
            "`site_id`",
        ),
        (
            Credentials::tokens(Counting(AtomicUsize::new(0))).client_id("1"),
            "`client_id`",
        ),
        (Credentials::password("", PASSWORD), "email"),
        (Credentials::password(EMAIL, ""), "password"),
        (
            Credentials::password(EMAIL, PASSWORD).client_id(""),
            "client id",
        ),
        (Credentials::bearer(""), "token"),
        (Credentials::bearer(format!("{TOKEN}\n")), "token"),
        (Credentials::bearer(format!("{long}\u{e9}")), "token"),
    ] {
        let error = Client::builder()
            .credentials(credentials)
            .build()
            .expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Config, "{text}");
        assert!(error.to_string().contains(text), "{error}");
        crate::issuer::keeps_secrets(&error);
    }
}

#[test]
fn debug_shows_no_secret() {
    for (credentials, email) in [
        (
            Credentials::password(EMAIL, PASSWORD).client_id("1"),
            Some(EMAIL),
        ),
        (Credentials::partner(EMAIL, PASSWORD), Some(EMAIL)),
        (Credentials::bearer(TOKEN), None),
        (Credentials::tokens(Counting(AtomicUsize::new(0))), None),
    ] {
        assert_eq!(credentials.email(), email);
        let builder = Client::builder().credentials(credentials.clone());
        let text = format!("{credentials:?} {credentials:#?} {builder:?}");
        let client = builder.build().expect("a client");
        let text = format!("{text} {client:?}");
        assert!(!text.contains(PASSWORD) && !text.contains(TOKEN), "{text}");
    }
    let token = AccessToken::new(TOKEN);
    assert!(!format!("{token:?}").contains(TOKEN));
}
