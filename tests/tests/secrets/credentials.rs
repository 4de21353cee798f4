//! Every kind of credentials with every output: a table of all that a program can show.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::mock::Mock;
use comm100::{
    AccessToken, Body, BoxFuture, Client, ClientBuilder, Credentials, ErrorKind, HyperTransport,
    Platform, RequestBody, RetryPolicy, TokenSource, Transport, TransportError,
};
use comm100_tests::calls::Faults;
use comm100_tests::client::{
    self, API_KEY, API_KEY_BASE64, EMAIL, PASSWORD, REFRESH_TOKEN, TOKEN, VALUE,
};
use comm100_tests::fault::{FaultServer, Received, Reply};

use crate::{assert_keeps, debug};

/// A source of the user's own.
struct Vault;

impl TokenSource for Vault {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn StdError + Send + Sync>>> {
        Box::pin(async { Ok(AccessToken::new(TOKEN).expires_in(Duration::from_secs(600))) })
    }
}

/// Each kind, with the secret that a request carries.
pub(crate) fn kinds() -> Vec<(&'static str, Credentials)> {
    vec![
        ("a key", Credentials::new(EMAIL, API_KEY)),
        (
            "a key of a site",
            Credentials::new(EMAIL, API_KEY).site_id(7),
        ),
        ("a password", Credentials::password(EMAIL, PASSWORD)),
        (
            "a password and a client id",
            Credentials::password(EMAIL, PASSWORD).client_id("CLIENT"),
        ),
        (
            "a partner's password",
            Credentials::partner(EMAIL, PASSWORD),
        ),
        ("a token", Credentials::bearer(TOKEN)),
        ("a source of tokens", Credentials::tokens(Vault)),
    ]
}

/// Repeats every secret in every form.
fn everything() -> String {
    format!(r#"{{"code":1,"message":"{API_KEY} Basic {API_KEY_BASE64} Bearer {TOKEN} {TOKEN}"}}"#)
}

fn answer(request: &Received) -> Reply {
    let target = request.target();
    if target.contains("oauth/token") {
        let token = format!(
            r#"{{"access_token":"{TOKEN}","expires_in":600,"refresh_token":"{REFRESH_TOKEN}"}}"#
        );
        return Reply::with_headers(200, &[("set-cookie", REFRESH_TOKEN)], token);
    }
    match target
        .split('?')
        .next()
        .and_then(|path| path.rsplit('/').next())
    {
        Some("401") => Reply::status(401, repeated(request)),
        Some("403") => Reply::status(403, format!("<html>{}</html>", everything())),
        Some("500") => Reply::status(500, repeated(request)),
        Some("reset") => Reply::new().reset(),
        Some("redirect") => {
            let location = format!("https://{EMAIL}:{API_KEY}@other.example/?t={TOKEN}");
            Reply::with_headers(302, &[("location", &location)], everything())
        }
        Some("wrong") => Reply::status(200, format!(r#"{{"value":["{TOKEN}{API_KEY}"]}}"#)),
        _ => Reply::with_headers(200, &[("x-token", TOKEN)], r#"{"value":"done"}"#),
    }
}

/// The message repeats what authorized the request.
fn repeated(request: &Received) -> String {
    let authorization = request.header("authorization").unwrap_or_default();
    format!(r#"{{"error":"invalid_token","error_description":"{authorization} is not valid."}}"#)
}

/// A transport that shows each request and response, as a careless layer does.
struct Showing<T>(T, Arc<Mutex<String>>);

impl<T: Transport> Transport for Showing<T> {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let text = debug(&request);
        self.1.lock().expect("a lock").push_str(&text);
        self.0.send(request)
    }
}

fn transport() -> HyperTransport {
    HyperTransport::new(Duration::from_secs(10)).expect("a transport")
}

fn builder(origin: &str, credentials: &Credentials) -> ClientBuilder {
    client::builder(origin)
        .expect("an origin")
        .credentials(credentials.clone())
}

/// All that a client shows of itself, of its calls, and of their outcomes.
async fn shown_by(builder: ClientBuilder, origin: &str) -> String {
    let mut shown = debug(&builder);
    let client = builder.build().expect("a client");
    let mut add = |text: String| {
        shown.push_str(&text);
        shown.push('\n');
    };
    for id in ["ok", "401", "403", "500", "reset", "redirect", "wrong"] {
        let read = client.read(id);
        add(debug(&read));
        add(debug(
            &read.request().map(|request| request.into_parts().0.uri),
        ));
        let call = read.send_with_response();
        add(debug(&call));
        match call.await {
            Ok(response) => add(debug(&response)),
            Err(error) => {
                add(client::shown(&error));
                add(debug(&error.api()));
            }
        }
    }
    // With an authorization, if it is there without waiting.
    add(debug(&client.read("ok").request().expect("a request")));
    add(debug(
        &client
            .fetch_url(format!("{origin}/x/ok"))
            .await
            .expect("a head"),
    ));
    add(debug(&client));
    add(debug(&client.stats()));
    add(debug(&client.quota().await));
    shown
}

/// The log, the spans and events of every level, and the panics of the HTTP libraries too are watched
/// by `client::builder`, which ends the program where a secret is shown.
#[tokio::test(flavor = "multi_thread")]
async fn no_output_shows_any_credentials() {
    let server = FaultServer::builder()
        .on_request(|_, request| answer(request))
        .start()
        .await
        .expect("a server");
    let origin = server.origin();
    for (name, credentials) in kinds() {
        assert_keeps(name, &debug(&credentials));
        let layers = Arc::new(Mutex::new(String::new()));
        let showing = Showing(transport(), Arc::clone(&layers));
        for (transport, builder) in [
            ("reqwest", builder(origin, &credentials)),
            (
                "hyper",
                builder(origin, &credentials).transport(transport()),
            ),
            ("a layer", builder(origin, &credentials).transport(showing)),
        ] {
            let before = server.received().len();
            let shown = shown_by(builder, origin).await;
            assert_keeps(&format!("{name} over {transport}"), &shown);
            let received = server.received();
            assert!(received.len() > before + 7, "all calls were sent");
            // The hidden secret was sent.
            let sent = received[before..].iter().any(|request| {
                let authorization = request.header("authorization").unwrap_or_default();
                authorization.contains(TOKEN) || authorization.contains(API_KEY_BASE64)
            });
            assert!(sent, "{name}");
        }
        let layers = layers.lock().expect("a lock");
        assert!(layers.contains("authorization"), "{layers}");
        assert_keeps(name, &layers);
    }
}

/// Error responses of the token endpoint, and failures to reach it.
#[tokio::test(flavor = "multi_thread")]
async fn no_failure_to_get_a_token_shows_any() {
    let repeats = format!(r#"{{"error":"x","error_description":"{PASSWORD} of {EMAIL}"}}"#);
    let form = format!("{{\"message\":\"grant_type=password&password={PASSWORD}\"}}");
    for reply in [
        Reply::status(400, &repeats),
        Reply::status(401, &form),
        Reply::status(403, format!("<html>{PASSWORD}</html>")),
        Reply::status(503, &repeats),
        Reply::status(200, format!(r#"{{"access_token":["{TOKEN}"]}}"#)),
        Reply::status(200, format!(r#"{{"access_token":"{TOKEN}\n"}}"#)),
        Reply::status(200, format!(r#"{{"refresh_token":"{REFRESH_TOKEN}"}}"#)),
        Reply::status(200, format!("{TOKEN}{}", " ".repeat(100_000))),
        Reply::with_headers(302, &[("location", TOKEN)], &repeats),
        Reply::raw(format!("HTTP/1.1 {TOKEN}\r\n\r\n")).hold(),
        Reply::new().reset(),
        Reply::new().hold(),
    ] {
        let server = FaultServer::replies([reply]).await.expect("a server");
        for (name, credentials) in kinds()
            .into_iter()
            .filter(|(name, _)| name.contains("password"))
        {
            for transport in [None, Some(transport())] {
                let builder = builder(server.origin(), &credentials)
                    .retry(RetryPolicy::new().attempts(2).jitter(|_| Duration::ZERO));
                let builder = match transport {
                    Some(transport) => builder.transport(transport),
                    None => builder,
                };
                let client = builder.build().expect("a client");
                let call = client.create(VALUE).timeout(Duration::from_millis(150));
                let error = call.await.expect_err("no token");
                let kind = error.kind();
                assert!(
                    matches!(kind, ErrorKind::Authorization | ErrorKind::Timeout),
                    "{kind:?}"
                );
                assert_keeps(name, &client::shown(&error));
                assert_keeps(name, &debug(&client));
            }
        }
    }
}

/// The report of a mock whose routes differ from the calls, those for tokens among them.
#[tokio::test]
async fn no_report_of_a_mock_shows_any() {
    for (name, credentials) in kinds() {
        let mock = Mock::new();
        mock.on_path(http::Method::POST, "oauth/token")
            .with_form("password", "another")
            .optional();
        mock.on_path(http::Method::GET, "livechat/faults/{id}")
            .with_header("Authorization", "another")
            .optional();
        let client = Client::builder()
            .platform(Platform::Hosted)
            .credentials(credentials)
            .retry(RetryPolicy::off())
            .transport(mock.transport())
            .build()
            .expect("a client");
        let error = client.read("1").await.expect_err("no route");
        let mut shown = client::shown(&error);
        for request in mock.requests() {
            let _ = write!(
                shown,
                "{request}\n{}\n{:?}",
                debug(&request),
                request.headers()
            );
        }
        let report = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(mock)));
        let report = report.expect_err("a report");
        let report = report.downcast_ref::<String>().expect("a text");
        assert!(report.contains("call 1 matched no route"), "{report}");
        shown.push_str(report);
        assert_keeps(name, &shown);
    }
}

/// A document of endpoints is made of declarations alone; a client has no part in it.
#[test]
fn no_document_shows_any() {
    let clients: Vec<Client> = kinds()
        .iter()
        .map(|(_, credentials)| builder("http://127.0.0.1:1", credentials))
        .map(|builder| {
            builder
                .default_header("X-Token", TOKEN)
                .default_query("key", API_KEY)
        })
        .map(|builder| builder.build().expect("a client"))
        .collect();
    let document = comm100::openapi(<Client as Faults>::endpoints());
    let text = serde_json::to_string(&document).expect("JSON");
    assert!(text.contains("livechat/faults"), "{text}");
    assert_keeps("the document", &text);
    // Default headers and queries may be secrets too.
    for client in clients {
        assert_keeps("a client", &debug(&client));
    }
}
