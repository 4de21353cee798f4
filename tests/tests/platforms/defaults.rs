//! Headers, query keys and limits that apply to every request of a client.

use std::time::Duration;

use comm100::{ClientBuilder, ErrorKind, Platform, Result, api};

use crate::{Own as _, builder, parse};

#[test]
fn a_call_overrides_default_headers_and_query_keys() {
    let client = builder(Platform::Hosted)
        .default_header("accept-language", "de")
        .default_header("Accept-Language", "en")
        .default_header("x-job", "night shift")
        .default_query("siteId", "1")
        .default_query("siteId", "2")
        .default_query("time zone", "a&b")
        .build()
        .expect("a client");
    let request = client.agents().request().expect("a request");
    assert_eq!(
        request.uri().to_string(),
        "https://hosted.comm100.com/api/v1/livechat/agents?siteId=2&time%20zone=a%26b"
    );
    let values: Vec<_> = request
        .headers()
        .get_all("accept-language")
        .iter()
        .collect();
    assert_eq!(values, ["en"]);
    assert_eq!(request.headers()["x-job"], "night shift");
    let request = client.agents().site(7).header("x-job", "day").request();
    let request = request.expect("a request");
    assert_eq!(request.uri().query(), Some("siteId=7&time%20zone=a%26b"));
    assert_eq!(request.headers()["x-job"], "day");
    let request = client.create("x").request().expect("a request");
    assert_eq!(
        request.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(request.uri().query(), Some("siteId=2&time%20zone=a%26b"));
}

#[api(path = "livechat/agents")]
trait Zoned {
    #[get]
    async fn zoned_agents(&self, #[query(rename = "time zone~*")] zone: Option<&str>)
    -> Result<()>;
}

/// Default keys and a call's own are encoded alike, so that none is sent twice.
#[test]
fn a_call_overrides_default_query_keys_of_any_characters() {
    let client = builder(Platform::Hosted)
        .default_query("time zone~*", "a b~*")
        .build()
        .expect("a client");
    let query = |zone: Option<&str>| {
        let request = client.zoned_agents().maybe_zone(zone).request();
        request.expect("a request").uri().query().map(str::to_owned)
    };
    let expected = |zone: &str| Some(format!("time%20zone~%2A={zone}"));
    assert_eq!(query(None), expected("a%20b~%2A"));
    assert_eq!(query(Some("a b~*")), expected("a%20b~%2A"));
    assert_eq!(query(Some("c")), expected("c"));
}

/// The default keys are a part of the longest URL.
#[test]
fn default_query_keys_count_for_the_length_of_a_url() {
    let client = builder(Platform::Hosted)
        .default_query("a", "b")
        .build()
        .expect("a client");
    let path = "/api/v1/livechat/agents?time%20zone~%2A=&a=b";
    for (length, is_sent) in [(65_000, true), (65_001, false)] {
        let zone = "z".repeat(length - path.len());
        let request = client.zoned_agents().zone(&zone).request();
        assert_eq!(request.is_ok(), is_sent, "{length}");
    }
}

#[test]
fn build_rejects_invalid_default_headers() {
    type Setting = fn(ClientBuilder) -> ClientBuilder;
    let cases: [(Setting, &str); 7] = [
        (|builder| builder.default_header("a b", "x"), "header name"),
        (
            |builder| builder.default_header("x-a", "a\nb"),
            "header value",
        ),
        (
            |builder| builder.default_header("x-a", "\u{e9}"),
            "header value",
        ),
        (
            |builder| builder.default_header("Authorization", "Basic x"),
            "Authorization",
        ),
        (|builder| builder.default_header("Host", "x"), "Host"),
        (
            |builder| builder.default_header("Content-Length", "1"),
            "Content-Length",
        ),
        (|builder| builder.default_query("", "x"), "default_query"),
    ];
    for (configure, text) in cases {
        let error = configure(builder(Platform::Hosted))
            .build()
            .expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(text), "{error}");
    }
}

#[tokio::test]
async fn only_the_fourth_generation_is_limited_by_default() {
    for (platform, limited) in [("dash11.comm100.io", true), ("portal1.comm100.io", false)] {
        let client = builder(parse(platform)).build().expect("a client");
        for _ in 0..300 {
            client.agents().await.expect("within the limit");
        }
        let error = client.agents().timeout(Duration::from_secs(1)).await.err();
        assert_eq!(error.is_some(), limited, "{platform}");
    }
}
