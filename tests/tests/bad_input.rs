//! Invalid values are rejected before anything is sent; the error names the parameter, not its value.
#![expect(
    clippy::zero_sized_map_values,
    reason = "a type whose `Serialize` always fails"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use comm100::{Client, Credentials, ErrorKind, Platform, Result, Sent, api};
use comm100_tests::recorder::{API_KEY, BASIC, EMAIL, Recorder};
use serde::Serialize;

#[derive(Serialize)]
struct Pair {
    left: u8,
    right: f64,
}

#[derive(Serialize)]
enum Shape {
    Circle(u8),
}

#[api(path = "livechat/things")]
trait Things {
    #[get("{id}/parts")]
    async fn get(&self, id: &str) -> Result<()>;

    #[get("by/{number}")]
    async fn get_by(&self, number: Option2) -> Result<()>;

    #[get]
    async fn list(
        &self,
        #[query] pair: Option<&Pair>,
        #[query] shape: Option<&Shape>,
        #[query] nested: Option<&[Vec<u8>]>,
        #[query] number: Option<f64>,
        #[query(join = ",")] names: Option<&[&str]>,
        #[query(flatten)] spread: Option<&Pair>,
        #[query(flatten)] list: Option<&[u8]>,
        #[header("X-Name")] name: Option<&str>,
    ) -> Result<()>;

    #[get("by/{loud}/{number}")]
    async fn get_loud(&self, loud: Loud, number: u8) -> Result<()>;

    #[post("loud")]
    async fn post_loud(
        &self,
        #[query] query: Option<Loud>,
        #[query(flatten)] spread: Option<BTreeMap<&str, Loud>>,
        #[query(join = ",")] list: Option<[Loud; 1]>,
        #[form] form: Option<Loud>,
        #[form(flatten)] fields: Option<BTreeMap<&str, Loud>>,
        #[header("X-Loud")] shout: Option<Loud>,
    ) -> Result<()>;

    #[get("search")]
    async fn search(
        &self,
        #[query(page)] page: Option<u32>,
        #[query(flatten)] spread: &BTreeMap<&str, u8>,
        #[query(flatten)] more: Option<&BTreeMap<&str, u8>>,
        #[query] left: Option<u8>,
        #[query(join = "::")] joined: Option<&[&str]>,
        #[query] tuple: Option<(u8, &str)>,
        #[query] time: Option<(i32, u16, u8)>,
        #[query] pairs: Option<&[(&str, &str)]>,
    ) -> Result<Found>;

    #[post("save")]
    async fn save(
        &self,
        #[form] left: Option<u8>,
        #[form(flatten)] spread: &BTreeMap<&str, u8>,
        #[form(join = ",")] joined: Option<&[&str]>,
    ) -> Result<()>;

    #[post]
    async fn create(&self, #[json] map: &BTreeMap<(u8, u8), u8>) -> Result<()>;
}

/// A page without items.
#[derive(Debug, serde::Deserialize)]
struct Found {}

impl comm100::Page for Found {
    type Item = ();

    fn has_next(&self, _: u32) -> bool {
        false
    }

    fn into_items(self) -> Vec<()> {
        Vec::new()
    }
}

/// Fails to serialize, and says its value.
#[derive(Clone, Copy, Debug)]
struct Loud;

impl Serialize for Loud {
    fn serialize<S: serde::Serializer>(&self, _: S) -> std::result::Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("secret-value is not fit"))
    }
}

/// Serializes as an `Option`, behind the macro's back.
#[derive(Serialize)]
struct Option2(std::option::Option<u8>);

#[tokio::test]
async fn ids_that_would_climb_are_refused() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    for id in [
        "",
        ".",
        "..",
        "%2e%2e",
        ".%2E",
        "%2E",
        "%252e%252e",
        "%2E%252e",
        "%%32e%2%45",
        "..%2fadmin",
        "a%5C..",
        "a%252f.%2fb",
        "a/../b",
        "..\\x",
        "a\r\nb",
        "\0",
        "a\u{7f}",
        "\u{85}",
        "..;",
        ".;v=1",
        "..;/admin",
        "..%3b",
        "..%00",
        "a%00",
        "%0d%0ax",
        "a%250a",
    ] {
        let error = client.get(id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{id:?}");
        assert_eq!((error.sent(), error.attempts()), (Sent::No, 0));
        let text = error.to_string();
        assert!(text.contains("`id`"), "{text}");
        assert!(
            text.starts_with("GET livechat/things/{id}/parts: "),
            "{text}"
        );
        assert!(!text.contains(['\r', '\n', '\0']), "{text:?}");
    }
    assert_eq!(recorder.requests(), []);
}

#[tokio::test]
async fn values_that_are_no_scalar_are_refused() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let pair = Pair {
        left: 1,
        right: f64::NAN,
    };
    let map = BTreeMap::from([((1, 2), 3)]);
    for (call, name, why) in [
        (client.list().pair(&pair).send(), "pair", "`flatten`"),
        (
            client.list().shape(&Shape::Circle(1)).send(),
            "shape",
            "variant",
        ),
        (
            client.list().nested(&[vec![1]]).send(),
            "nested",
            "list of lists",
        ),
        (
            client.list().number(f64::INFINITY).send(),
            "number",
            "finite",
        ),
        (
            client.list().names(&["a,b"]).send(),
            "names",
            "separator \",\"",
        ),
        (client.list().spread(&pair).send(), "spread", "`right`"),
        (client.list().list(&[1]).send(), "list", "`flatten`"),
        (
            client.list().name("a\r\nX-Evil: 1").send(),
            "name",
            "header",
        ),
        (client.list().name("é").send(), "name", "header"),
        (client.get_by(Option2(None)).send(), "number", "absent"),
        (client.create(&map).send(), "map", "JSON"),
    ] {
        let error = call.await.expect_err(name);
        let text = error.to_string();
        assert_eq!(error.kind(), ErrorKind::Request, "{text}");
        assert!(text.contains(&format!("`{name}`")), "{text}");
        assert!(text.contains(why), "{text}");
        assert!(!text.contains("Evil"), "{text}");
    }
    assert_eq!(recorder.requests(), []);
}

#[tokio::test]
async fn values_that_a_server_would_read_as_others_are_refused() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let map = |key| BTreeMap::from([("other", 1), (key, 7)]);
    let none = BTreeMap::new();
    for (call, name, why) in [
        (
            client.search(&map("page")).page(1).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.search(&map("page")).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.search(&map("left")).left(1).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.search(&map("a")).more(&map("b")).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.save(&map("left")).left(1).request().map(drop),
            "spread",
            "key",
        ),
        (
            client
                .search(&none)
                .joined(&["a:", "b"])
                .request()
                .map(drop),
            "joined",
            "separator \"::\"",
        ),
        (
            client.search(&none).joined(&["a::b"]).request().map(drop),
            "joined",
            "separator",
        ),
        (
            client.search(&none).joined(&[""]).request().map(drop),
            "joined",
            "separator",
        ),
        (
            client.save(&none).joined(&[""]).request().map(drop),
            "joined",
            "separator",
        ),
        (
            client.search(&none).tuple((1, "x")).request().map(drop),
            "tuple",
            "tuple",
        ),
        (
            client.search(&none).time((2026, 3, 1)).request().map(drop),
            "time",
            "tuple",
        ),
        (
            client
                .search(&none)
                .pairs(&[("a", "b")])
                .request()
                .map(drop),
            "pairs",
            "tuples",
        ),
    ] {
        let error = call.expect_err(name);
        let text = error.to_string();
        assert_eq!(error.kind(), ErrorKind::Request, "{text}");
        assert!(text.contains(&format!("`{name}`")), "{text}");
        assert!(text.contains(why), "{text}");
    }
    assert_eq!(recorder.requests(), []);
    // Values that the receiver can tell apart are sent.
    let map = BTreeMap::from([("lefty", 1)]);
    let request = client.search(&map).left(1).joined(&["a:b", "c"]).request();
    let request = request.unwrap();
    assert_eq!(
        request.uri().query(),
        Some("lefty=1&left=1&joined=a%3Ab%3A%3Ac")
    );
    let request = client.search(&none).joined(&["", ""]).request().unwrap();
    assert_eq!(request.uri().query(), Some("joined=%3A%3A"));
    let request = client.search(&none).joined(&[]).request().unwrap();
    assert_eq!(request.uri().query(), Some("joined="));
}

#[tokio::test]
async fn what_a_type_says_when_it_fails_is_not_repeated() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let map = || BTreeMap::from([("secret-key", Loud)]);
    for (call, name) in [
        (client.get_loud(Loud, 1).send(), "loud"),
        (client.post_loud().query(Loud).send(), "query"),
        (client.post_loud().spread(map()).send(), "spread"),
        (client.post_loud().list([Loud]).send(), "list"),
        (client.post_loud().form(Loud).send(), "form"),
        (client.post_loud().fields(map()).send(), "fields"),
        (client.post_loud().shout(Loud).send(), "shout"),
    ] {
        let error = call.await.expect_err(name);
        let text = format!("{error} {error:?}");
        assert_eq!(error.kind(), ErrorKind::Request, "{text}");
        assert!(text.contains(&format!("`{name}`")), "{text}");
        assert!(text.contains("`Serialize`"), "{text}");
        assert!(!text.contains("secret"), "{text}");
    }
    assert_eq!(recorder.requests(), []);
}

#[tokio::test]
async fn headers_that_only_the_client_sets_are_refused() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    for name in [
        "Authorization",
        "authorization",
        "Host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "proxy-connection",
        "Content-Encoding",
        "a b",
        "",
    ] {
        let error = client.get("1").header(name, "x").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{name}");
    }
    let latin: http::HeaderValue = http::HeaderValue::from_bytes(b"\xff").unwrap();
    for value in [
        http::HeaderValue::from_str("\u{e9}").unwrap(),
        http::HeaderValue::from_static("a\tb"),
        latin,
    ] {
        let error = client.get("1").header("X-A", value).request().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
    }
    let error = client.get("1").header("X-A", "a\nb").request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    // A map of headers ends the program beyond its own limit.
    let mut call = client.get("1");
    for number in 0..40_000 {
        call = call.header(format!("x-{number}"), "1");
    }
    assert_eq!(call.request().unwrap_err().kind(), ErrorKind::Request);
    assert_eq!(recorder.requests(), []);
}

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
