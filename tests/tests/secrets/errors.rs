//! Errors of calls, whatever the service or the transport says.

use std::collections::BTreeSet;

use comm100::{ClientBuilder, TransportError};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::client::{self, API_KEY, EMAIL, VALUE};
use comm100_tests::fault::{FaultServer, Reply, refused_origin};

use crate::assert_keeps;

/// Every kind of error that a call can have, and all that it shows.
#[tokio::test]
async fn every_kind_of_error() {
    let secret = format!(r#"{{"value":"done","api_key":"{API_KEY}","password":"{VALUE}""#);
    let wrong_type = format!(r#"{{"value":{{"{API_KEY}":"{VALUE}"}}}}"#);
    let unknown = format!(r#"{{"api_key":"{API_KEY}"}}"#);
    let text = format!(r#""{API_KEY}""#);
    let location = format!("https://{EMAIL}:{API_KEY}@other.example/{VALUE}");
    let large = format!("{secret}{}", " ".repeat(200_000));
    let replies = [
        Reply::new().reset(),
        Reply::new().hold(),
        Reply::status(200, &secret),
        Reply::status(200, &wrong_type),
        Reply::status(200, &unknown),
        Reply::status(200, &text),
        Reply::status(200, &large),
        Reply::status(400, format!("<html>{API_KEY} {VALUE}</html>")),
        Reply::status(500, &secret),
        Reply::with_headers(302, &[("location", &location)], &secret),
        Reply::with_headers(200, &[("content-encoding", API_KEY)], &secret),
        Reply::raw(format!("HTTP/1.1 {API_KEY}\r\n\r\n")).hold(),
        Reply::status(403, r#"{"message":"Daily request limit exceeded"}"#),
    ];
    let mut kinds = BTreeSet::new();
    let mut origins = vec![refused_origin().await.expect("a port")];
    let mut servers = Vec::new();
    for reply in replies {
        let server = FaultServer::replies([reply]).await.expect("a server");
        origins.push(server.origin().to_owned());
        servers.push(server);
    }
    for origin in origins {
        let client = client::builder(&origin)
            .expect("an origin")
            .attempt_timeout(std::time::Duration::from_millis(200))
            .max_response_bytes(100_000)
            .build()
            .expect("a client");
        for kind in [Kind::Read, Kind::Create, Kind::Amend] {
            let error = kind.call(&client, VALUE).await.expect_err("a failure");
            assert_keeps("the error", &client::shown(&error));
            kinds.insert(format!("{:?}", error.kind()));
        }
        let error = client
            .read(&format!("{VALUE}\n"))
            .await
            .expect_err("no segment");
        assert_keeps("the error", &client::shown(&error));
        kinds.insert(format!("{:?}", error.kind()));
    }
    let expected = [
        "Api",
        "Connect",
        "Decode",
        "QuotaExhausted",
        "Redirect",
        "Request",
        "Timeout",
        "TooLarge",
        "Transport",
    ];
    assert_eq!(kinds, expected.into_iter().map(str::to_owned).collect());
}

/// A service that repeats what it was sent.
#[tokio::test]
async fn a_message_that_repeats_the_key() {
    for message in [
        format!("The key {API_KEY} is wrong, {API_KEY}!"),
        format!("Basic {} is wrong", client::API_KEY_BASE64),
    ] {
        for body in [
            serde_json::json!({ "code": 1, "message": message }).to_string(),
            serde_json::json!({ "error": message.replace(' ', "_") }).to_string(),
            message.clone(),
        ] {
            let server = FaultServer::replies([Reply::status(401, &body)])
                .await
                .expect("a server");
            let client = client::builder(server.origin())
                .and_then(ClientBuilder::build)
                .expect("a client");
            let error = client.read("1").await.expect_err("a refusal");
            assert_keeps("the error", &client::shown(&error));
            let api = error.api().expect("an error of the service");
            assert_keeps("the service's error", &format!("{api} {api:?}"));
            let text = format!("{:?} {:?}", error.message(), error.error_name());
            assert_keeps("the message", &text);
            assert!(text.contains("[REDACTED]"), "{text}");
            // Callers that need it read it by name.
            assert_eq!(error.body().map(|kept| &kept[..]), Some(body.as_bytes()));
        }
    }
}

/// A transport of a user's own may fail with anything; the client adds nothing to it.
#[tokio::test]
async fn a_transport_s_error_is_all_that_it_said() {
    let client = client::builder("http://127.0.0.1:1")
        .expect("an origin")
        .transport_fn(|_| async {
            Err::<http::Response<&'static str>, _>(TransportError::maybe_sent("the wire is cut"))
        })
        .build()
        .expect("a client");
    let error = client.create(VALUE).await.expect_err("no wire");
    let shown = client::shown(&error);
    assert_keeps("the error", &shown);
    assert!(shown.contains("the wire is cut"), "{shown}");
}
