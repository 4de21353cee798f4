//! Credentials, platforms and limits.

use std::fmt::Write as _;
use std::time::Duration;

use comm100::{Client, Credentials, ErrorKind, Platform, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::FaultServer;
use comm100_tests::recorder::{API_KEY, BASIC, EMAIL, Recorder};

use crate::Things;

#[test]
fn credentials_that_cannot_be_sent_are_refused() {
    for (email, key, why) in [
        ("", "k", "email is empty"),
        ("a:b@example.com", "k", "`:`"),
        ("a@example.com\r\nX", "k", "control"),
        ("a@example.com", "", "API key is empty"),
        ("a@example.com", "secret\r\n", "API key contains"),
        ("a@example.com", "secr\0et", "API key contains"),
        ("a@example.com", "секрет", "API key contains"),
    ] {
        let error = Client::builder()
            .credentials(Credentials::new(email, key))
            .build()
            .unwrap_err();
        let text = format!("{error} {error:?}");
        assert_eq!(error.kind(), ErrorKind::Config, "{text}");
        assert!(text.contains(why), "{text}");
        assert!(!text.contains("secr") && !text.contains("секрет"), "{text}");
    }
    assert!(
        Client::builder()
            .build()
            .unwrap_err()
            .to_string()
            .contains(".credentials(")
    );
}

#[test]
fn platforms() {
    for host in [
        "user@example.com",
        "https://user:pass@example.com",
        "https://@example.com",
        "example.com?x=1",
        "https://example.com/?",
        "example.com#x",
        "https://example.com/path",
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1",
        "ftp://example.com",
        "file:///etc/passwd",
        "",
        " ",
        "exa mple.com",
        "example.com\r\nHost: evil",
        "https://",
        "://",
        "https:\\\\example.com",
        "example.com:99999",
        "example.com:0",
        "[::1",
        "//evil.com",
        "/evil.com",
        "https:////evil.com",
        "https:///evil.com",
        "https://*",
        "*.example.com",
        "exam\u{200b}ple.com",
        "exam\u{ad}ple.com",
        "\u{feff}example.com",
        "example\u{3002}com",
        "a.com,b.com",
        "\"hosted\"",
        "a{b}",
        "a`b",
        "a;b",
        "(a)",
        "a%41b",
    ] {
        let error = Platform::custom(host).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{host}");
        assert!(!error.to_string().contains("pass@"), "{error}");
    }
    for (text, origin) in [
        ("hosted", "https://hosted.comm100.com"),
        ("Enterprise", "https://ent.comm100.com"),
        ("euportal.comm100.com", "https://euportal.comm100.com"),
        (
            "https://euportal.comm100.com/",
            "https://euportal.comm100.com",
        ),
        ("example.com:8443", "https://example.com:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://localhost:1", "http://localhost:1"),
    ] {
        assert_eq!(text.parse::<Platform>().unwrap().to_string(), origin);
    }
}

#[test]
fn limits_are_never_none() {
    let builder = || Client::builder().credentials(Credentials::new(EMAIL, API_KEY));
    for builder in [
        builder().timeout(Duration::ZERO),
        builder().attempt_timeout(Duration::ZERO),
        builder().connect_timeout(Duration::MAX),
        builder().timeout(Duration::from_secs(86_401)),
        builder().max_response_bytes(0),
        builder().user_agent("a\nb"),
    ] {
        assert_eq!(builder.build().unwrap_err().kind(), ErrorKind::Config);
    }
}

#[tokio::test]
async fn nothing_shows_the_key() {
    let recorder = Recorder::start(|request| {
        let echo = format!(
            r#"{{"code": 1, "message": "no", "echo": {:?}}}"#,
            request.headers
        );
        comm100_tests::recorder::response(401, "application/json", echo.as_bytes())
    })
    .await;
    let credentials = Credentials::new(EMAIL, API_KEY);
    let builder = recorder.builder();
    let mut shown = format!("{credentials:?} {builder:?} {builder:#?}");
    let client = builder.build().unwrap();
    let request = client.get("1").request().unwrap();
    let _ = write!(shown, "{client:?} {client:#?} {request:?}");
    let call = client.get("1").send();
    let _ = write!(shown, "{call:?}");
    let error = call.await.unwrap_err();
    let _ = write!(shown, "{error} {error:?} {error:#?} {:?}", error.api());
    for secret in [API_KEY, BASIC] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(error.body().is_some_and(|body| !body.is_empty()));
}

/// The default query is part of the length of the URL.
#[tokio::test]
async fn a_url_that_is_too_long_with_the_default_query_is_refused() {
    let server = FaultServer::builder().start().await.expect("a server");
    let client = client::builder(server.origin())
        .expect("an origin")
        .default_query("pad", "y".repeat(2_000))
        .build()
        .expect("a client");
    client.read(&"x".repeat(62_000)).await.expect("an answer");
    let error = client.read(&"x".repeat(64_000)).await;
    let error = error.expect_err("too long");
    assert_eq!(
        (error.kind(), error.sent(), error.attempts()),
        (ErrorKind::Request, Sent::No, 0)
    );
    assert!(error.to_string().contains("send less"), "{error}");
    assert_eq!(server.received().len(), 1);
}
