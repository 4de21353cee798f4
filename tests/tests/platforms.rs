//! Every generation of the service: which host and base path a call reaches, and which are rejected.

use std::time::Duration;

use comm100::{
    ApiVersion, Client, ClientBuilder, Credentials, ErrorKind, Platform, Result, Sent, api,
};

#[api(path = "livechat")]
trait Own {
    #[get("agents")]
    async fn agents(&self, #[query(rename = "siteId")] site: Option<u64>) -> Result<String>;
    #[post("agents")]
    async fn create(&self, #[form] name: &str) -> Result<String>;
}

#[api(path = "livechat", version = 1)]
trait First {
    #[get("agents")]
    async fn agents_1(&self) -> Result<String>;
}

#[api(path = "livechat", version = 2)]
trait Second {
    #[get("agents")]
    async fn agents_2(&self) -> Result<String>;
}

fn builder(platform: Platform) -> ClientBuilder {
    Client::builder()
        .platform(platform)
        .credentials(Credentials::new("agent@example.com", "API_KEY-1"))
        .transport_fn(|_| async { Ok(http::Response::new("\"sent\"")) })
}

fn client(platform: Platform) -> Client {
    builder(platform).build().expect("a client")
}

fn parse(text: &str) -> Platform {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn url<T>(request: Result<http::Request<T>>) -> String {
    request.expect("a request").uri().to_string()
}

#[test]
fn each_generation_has_its_base_url() {
    for (platform, base) in [
        ("hosted", "https://hosted.comm100.com/api/v1/"),
        ("Enterprise", "https://ent.comm100.com/api/v1/"),
        ("hosted.comm100.com", "https://hosted.comm100.com/api/v1/"),
        (
            "euportal.comm100.com",
            "https://euportal.comm100.com/api/v1/",
        ),
        ("portal1.comm100.io", "https://api1.comm100.io/api/v3/"),
        (
            "https://portal7.comm100.io",
            "https://api7.comm100.io/api/v3/",
        ),
        ("dash11.comm100.io", "https://api11.comm100.io/v4/"),
        ("DASH17.comm100.io", "https://api17.comm100.io/v4/"),
        (
            "https://dash11.comm100.io:443/",
            "https://api11.comm100.io/v4/",
        ),
        // Other hosts, however much they look alike.
        (
            "dash11.comm100.io.example.com",
            "https://dash11.comm100.io.example.com/api/v1/",
        ),
        (
            "dash11.comm100.io:8443",
            "https://dash11.comm100.io:8443/api/v1/",
        ),
        ("dash.comm100.io", "https://dash.comm100.io/api/v1/"),
        ("mydash1.comm100.io", "https://mydash1.comm100.io/api/v1/"),
        (
            "dash15.lively-chat.com",
            "https://dash15.lively-chat.com/api/v1/",
        ),
        (
            "dash15.lively-chat.com,api15.lively-chat.com",
            "https://api15.lively-chat.com/api/v1/",
        ),
        (
            "https://chat.example.com/api/",
            "https://chat.example.com/api/",
        ),
        (
            "https://chat.example.com/a/b",
            "https://chat.example.com/a/b/",
        ),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/api/v1/"),
    ] {
        let client = client(parse(platform));
        assert_eq!(
            url(client.agents().request()),
            format!("{base}livechat/agents"),
            "{platform}"
        );
        assert!(format!("{client:?}").contains(base), "{platform}");
    }
}

#[test]
fn the_version_is_the_declaration_s_else_the_client_s() {
    let split = || Platform::split("dash.example.com", "api.example.com").expect("a platform");
    for (version, base) in [
        (ApiVersion::V1, "https://api.example.com/api/v1/"),
        (ApiVersion::V2, "https://api.example.com/api/v2/"),
        (ApiVersion::V3, "https://api.example.com/api/v3/"),
        (ApiVersion::V4, "https://api.example.com/v4/"),
    ] {
        let client = builder(split()).version(version).build().expect("a client");
        assert_eq!(
            url(client.agents().request()),
            format!("{base}livechat/agents")
        );
        assert_eq!(
            url(client.agents_2().request()),
            "https://api.example.com/api/v2/livechat/agents"
        );
    }
}

#[tokio::test]
async fn a_version_that_the_host_does_not_serve_is_rejected_before_anything_is_sent() {
    for (platform, client_version, first, second) in [
        ("hosted", None, true, true),
        ("enterprise", None, true, true),
        ("portal3.comm100.io", None, false, false),
        ("dash11.comm100.io", None, false, false),
        ("hosted", Some(ApiVersion::V4), true, true),
        ("euportal.comm100.com", Some(ApiVersion::V4), true, true),
    ] {
        let mut builder = builder(parse(platform));
        if let Some(version) = client_version {
            builder = builder.version(version);
        }
        let client = builder.build().expect("a client");
        for (served, requested, sent) in [
            (first, client.agents_1().request(), client.agents_1().await),
            (second, client.agents_2().request(), client.agents_2().await),
        ] {
            assert_eq!(
                (requested.is_ok(), sent.is_ok()),
                (served, served),
                "{platform}"
            );
            for error in requested.err().into_iter().chain(sent.err()) {
                assert_eq!(error.kind(), ErrorKind::Request);
                assert_eq!(error.sent(), Sent::No);
                assert!(error.endpoint().is_some());
                assert!(
                    error.to_string().contains("does not serve version"),
                    "{error}"
                );
            }
        }
        let own = client_version.is_none() || platform != "hosted";
        assert_eq!(client.agents().await.is_ok(), own, "{platform}");
    }
}

#[test]
fn a_base_url_ignores_versions() {
    let base = Platform::base("https://chat.example.com/api").expect("a base URL");
    let client = client(base.clone());
    for request in [
        url(client.agents().request()),
        url(client.agents_1().request()),
        url(client.agents_2().request()),
    ] {
        assert_eq!(request, "https://chat.example.com/api/livechat/agents");
    }
    let error = builder(base)
        .version(ApiVersion::V1)
        .build()
        .expect_err("a version");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("`version`"), "{error}");
}

#[test]
fn display_and_from_str_agree() {
    for text in [
        "https://hosted.comm100.com",
        "https://dash11.comm100.io",
        "https://euportal.comm100.com:8443",
        "http://127.0.0.1:8080",
        "https://dash.example.com,https://api.example.com:444",
        "http://[::1]:1,https://api.example.com",
        "https://chat.example.com/api/",
        "http://localhost:8080/a/b/",
    ] {
        let platform = parse(text);
        assert_eq!(platform.to_string(), text);
        assert_eq!(parse(&platform.to_string()), platform);
    }
    assert_eq!(parse("HOSTED"), Platform::Hosted);
    assert_eq!(parse("enterprise"), Platform::Enterprise);
}

#[test]
fn http_to_another_host_takes_a_function_of_that_name() {
    let text = "http://sandbox:8080";
    assert!(Platform::custom(text).is_err());
    assert!(text.parse::<Platform>().is_err());
    assert!(Platform::base("http://sandbox:8080/api/").is_err());
    assert!(Platform::split(text, "api.example.com").is_err());
    assert!(Platform::split("api.example.com", text).is_err());
    let platform = Platform::danger_http(text).expect("a platform");
    assert_eq!(platform.to_string(), text);
    assert_eq!(
        url(client(platform).agents().request()),
        "http://sandbox:8080/api/v1/livechat/agents"
    );
    for other in [
        "ftp://sandbox",
        "http://user@sandbox",
        "http://sandbox/api",
        "http://",
    ] {
        assert!(Platform::danger_http(other).is_err(), "{other}");
    }
}

#[test]
fn what_is_no_origin_is_rejected() {
    for text in [
        "",
        " ",
        "//evil.com",
        "https:///evil.com",
        "https:evil.com/x",
        "https://*",
        "*.comm100.io",
        "host\u{200b}ed.comm100.com",
        "hosted.comm100.com\u{feff}",
        "hosted\u{ad}.comm100.com",
        "hosted.comm100.com\u{3002}evil.com",
        "https://user@hosted.comm100.com",
        "https://@hosted.comm100.com",
        "https://hosted.comm100.com?",
        "https://hosted.comm100.com#",
        "https://hosted.comm100.com\\@evil.com",
        "hosted.comm100.com:0",
        "ftp://hosted.comm100.com",
        "a,b,c",
        "a,",
        ",b",
    ] {
        let error = text.parse::<Platform>().expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Config, "{text}");
        assert_eq!(error.to_string().lines().count(), 1, "{text}");
    }
    for text in [
        "chat.example.com/api/",
        "https://chat.example.com/api/?x=1",
        "https://*/api/",
    ] {
        assert!(Platform::base(text).is_err(), "{text}");
    }
    assert!(Platform::custom("https://chat.example.com/api/").is_err());
}

#[test]
fn default_headers_and_query_keys_are_on_every_request_and_a_call_s_own_win() {
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
        "https://hosted.comm100.com/api/v1/livechat/agents?siteId=2&time+zone=a%26b"
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
    assert_eq!(request.uri().query(), Some("siteId=7&time+zone=a%26b"));
    assert_eq!(request.headers()["x-job"], "day");
    let request = client.create("x").request().expect("a request");
    assert_eq!(
        request.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(request.uri().query(), Some("siteId=2&time+zone=a%26b"));
}

#[test]
fn default_headers_that_cannot_be_are_named_by_build() {
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
