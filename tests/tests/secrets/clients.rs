//! What a client is made of, and what cannot be used.

use comm100::{ClientBuilder, Credentials, Platform};
use comm100_tests::calls::Faults as _;
use comm100_tests::client::{self, API_KEY, EMAIL, VALUE};
use comm100_tests::fault::{FaultServer, Reply};

use crate::{assert_keeps, debug};

#[tokio::test]
async fn what_a_client_is_made_of() {
    let credentials = Credentials::new(EMAIL, API_KEY);
    assert_keeps("credentials", &debug(&credentials));
    let builder = client::builder("http://127.0.0.1:1").expect("an origin");
    assert_keeps("a builder", &debug(&builder));
    let client = builder.build().expect("a client");
    assert_keeps("a client", &debug(&client));
    let read = client.read(VALUE);
    assert_eq!(format!("{read:?}"), "read(GET livechat/faults/{id})");
    assert_keeps("a call's builder", &debug(&read));
    assert_keeps("a call", &debug(&read.send()));
    let request = client.create("x").request().expect("a request");
    assert_keeps("a request", &debug(&request));
    assert!(request.headers()["authorization"].is_sensitive());
}

#[test]
fn what_cannot_be_used() {
    for (email, key) in [
        (EMAIL, format!("{API_KEY}\r\n")),
        (EMAIL, format!("{API_KEY}\u{e9}")),
        ("", API_KEY.to_owned()),
        ("a:b@example.com", API_KEY.to_owned()),
        ("a\n@example.com", API_KEY.to_owned()),
    ] {
        let error = comm100::Client::builder()
            .credentials(Credentials::new(email, key))
            .build()
            .expect_err("unusable");
        assert_keeps("the error", &client::shown(&error));
    }
    for platform in [
        format!("https://user:{API_KEY}@example.com"),
        format!("https://example.com/?key={API_KEY}"),
        format!("https://example.com/{API_KEY}"),
        format!("https://example.com/#{API_KEY}"),
        format!("http://{API_KEY}.example.com"),
        format!("{API_KEY}://example.com"),
        format!("exa mple{API_KEY}"),
    ] {
        let error = Platform::custom(&platform).expect_err("unusable");
        assert_keeps("the error", &client::shown(&error));
    }
}

/// A session that a response sets is as secret as a password.
#[tokio::test]
async fn a_response_s_headers() {
    let headers = [
        ("Set-Cookie", format!("session={API_KEY}")),
        ("X-Token", API_KEY.to_owned()),
    ];
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let server = FaultServer::replies([Reply::with_headers(200, &headers, r#"{"value":"x"}"#)])
        .await
        .expect("a server");
    let client = client::builder(server.origin())
        .and_then(ClientBuilder::build)
        .expect("a client");
    let response = client
        .read("1")
        .send_with_response()
        .await
        .expect("a response");
    assert_keeps("a response", &debug(&response));
    assert!(response.headers().contains_key("set-cookie"));
}

#[test]
fn a_call_s_headers() {
    #[derive(Debug, comm100::Endpoint)]
    #[endpoint(get = "livechat/marks")]
    struct Marks;

    let client = client::builder("http://127.0.0.1:1").expect("an origin");
    let client = client.build().expect("a client");
    let call = client.call(Marks).header("x-session", client::TOKEN);
    let text = debug(&call);
    assert!(text.contains("x-session"), "{text}");
    assert_keeps("a call", &text);
}
