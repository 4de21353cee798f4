//! Nothing that can be shown shows the key, its Base64 form, a parameter's
//! value, or an agent's `api_key` and `password` in a body.
//!
//! The fault and quota tests check every error that they see, and watch the
//! log and the panics of all that they do; here is what they do not come by.

use std::collections::BTreeSet;
use std::fmt::Debug;

use comm100::{ClientBuilder, Credentials, ErrorKind, Platform, TransportError, api};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::client::{self, API_KEY, EMAIL, VALUE};
use comm100_tests::fault::{FaultServer, Reply, refused_origin};
use serde::Deserialize;

/// Both forms of `Debug`.
fn debug(value: &impl Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

fn assert_keeps(what: &str, text: &str) {
    let leaks = client::leaks(text);
    assert!(leaks.is_empty(), "{what} shows {leaks:?}: {text}");
}

#[tokio::test]
async fn what_a_client_is_made_of() {
    let credentials = Credentials::new(EMAIL, API_KEY);
    assert_keeps("credentials", &debug(&credentials));
    let builder = client::builder("http://127.0.0.1:1").expect("an origin");
    assert_keeps("a builder", &debug(&builder));
    let client = builder.build().expect("a client");
    assert_keeps("a client", &debug(&client));
    let read = client.read(VALUE);
    assert_eq!(format!("{read:?}"), "ReadBuilder(GET livechat/faults/{id})");
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

/// An agent of the service, in a user's own type.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only its decoding matters")]
struct Agent {
    id: u64,
    api_key: Key,
    password: Key,
}

/// A key that is a number, which the service's is not.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only its decoding matters")]
struct Key(u64);

#[api(path = "livechat/operators")]
trait Operators {
    #[post]
    async fn create_operator(
        &self,
        #[form] email: &str,
        #[form] password: &str,
    ) -> comm100::Result<Agent>;
}

#[tokio::test]
async fn an_agent_s_key_and_password() {
    for body in [
        format!(r#"{{"id":1,"api_key":"{API_KEY}","password":1}}"#),
        format!(r#"{{"id":1,"api_key":1,"password":"{VALUE}"}}"#),
        format!(r#"{{"id":1,"api_key":1,"api_key":"{API_KEY}"}}"#),
        format!(r#"{{"id":1,"{API_KEY}{VALUE}"#),
    ] {
        let server = FaultServer::replies([Reply::status(200, &body)])
            .await
            .expect("a server");
        let client = client::builder(server.origin())
            .and_then(ClientBuilder::build)
            .expect("a client");
        let error = client
            .create_operator(EMAIL, VALUE)
            .await
            .expect_err("another type");
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_keeps("the error", &client::shown(&error));
        // Callers that need it read it by name.
        assert_eq!(error.body().map(|kept| &kept[..]), Some(body.as_bytes()));
    }
}

/// A colour, whose type says more of a wrong one than it should.
#[derive(Debug)]
struct Colour;

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(serde::de::Error::custom(format!(
            "bad colour {text}, expected #rrggbb, got {text}"
        )))
    }
}

/// Imitates the form of serde's own messages.
#[derive(Debug)]
struct Imitator;

impl<'de> Deserialize<'de> for Imitator {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(serde::de::Error::custom(format!(
            "invalid type: map, expected {text} at line 1 column 1"
        )))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its decoding matters")]
struct Strict {
    known: u8,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its decoding matters")]
enum Shape {
    Circle { radius: u8 },
    Square(u8),
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only its decoding matters")]
struct Wide {
    counts: Option<std::collections::HashMap<String, Vec<u32>>>,
    colour: Option<Colour>,
    imitator: Option<Imitator>,
    time: Option<comm100::jiff::Timestamp>,
    strict: Option<Strict>,
    shape: Option<Shape>,
    shapes: Option<std::collections::BTreeMap<String, Shape>>,
    #[serde(rename = "two", alias = "second")]
    renamed: Option<(u8, u8)>,
    #[serde(default)]
    list: Vec<Strict>,
    text: Option<String>,
}

#[api(path = "livechat/wide")]
trait WideApi {
    #[get]
    async fn wide(&self) -> comm100::Result<Wide>;
}

/// A decoding error says where and what was expected; keys of maps, unknown keys, values, and what a
/// type says of its own are no part of it.
#[tokio::test]
async fn a_decoding_error_has_nothing_of_the_body() {
    let place = |text: &str| format!("cannot decode the response: {text} (line 1, column ");
    for (body, expected) in [
        (
            r#"{"counts":{"VALUE":["x"]}}"#,
            "expected u32 at `counts.{key}[0]`",
        ),
        (
            r#"{"counts":{"VALUE":"VALUE"}}"#,
            "expected a sequence at `counts.{key}`",
        ),
        (
            r#"{"colour":"VALUE"}"#,
            "the type rejects the value at `colour`",
        ),
        (
            r#"{"imitator":"VALUE"}"#,
            "the type rejects the value at `imitator`",
        ),
        (
            r#"{"time":"VALUE"}"#,
            "the type rejects the value at `time`",
        ),
        (
            r#"{"strict":{"VALUE":1}}"#,
            "unknown field, expected `known` at `strict`",
        ),
        (
            r#"{"strict":{"known":"VALUE"}}"#,
            "expected u8 at `strict.known`",
        ),
        (
            r#"{"strict":{"known":1,"known":2}}"#,
            "duplicate field `known` at `strict`",
        ),
        (r#"{"strict":{}}"#, "missing field `known` at `strict`"),
        (
            r#"{"shape":{"VALUE":1}}"#,
            "expected `circle` or `square` at `shape`",
        ),
        (
            r#"{"shape":{"circle":{"radius":"VALUE"}}}"#,
            "expected u8 at `shape.circle.radius`",
        ),
        (
            r#"{"shape":{"square":"VALUE"}}"#,
            "expected u8 at `shape.square`",
        ),
        (
            r#"{"shapes":{"VALUE":{"square":"VALUE"}}}"#,
            "expected u8 at `shapes.{key}.square`",
        ),
        (r#"{"second":[1,"VALUE"]}"#, "expected u8 at `two[1]`"),
        (
            r#"{"list":[{"known":1},{"known":-1}]}"#,
            "expected u8 at `list[1].known`",
        ),
        (
            r#"{"text":["VALUE, expected VALUE"]}"#,
            "expected a string at `text`",
        ),
        (
            r#"{"strict":"VALUE, expected VALUE"}"#,
            "expected struct Strict at `strict`",
        ),
        (
            r#""VALUE, expected VALUE""#,
            "expected struct Wide at the root",
        ),
        (r#"{"VALUE":tru}"#, "the JSON is broken: expected ident"),
        (r#"{"VALUE":"VALUE"#, "the JSON ends early"),
    ] {
        let body = body.replace("VALUE", VALUE);
        let server = FaultServer::replies([Reply::status(200, &body)])
            .await
            .expect("a server");
        let client = client::builder(server.origin())
            .and_then(ClientBuilder::build)
            .expect("a client");
        let error = client.wide().await.expect_err("another type");
        assert_eq!(error.kind(), ErrorKind::Decode);
        let text = error.to_string();
        let expected = place(expected);
        let same =
            text.contains(&expected) || text.replace("`second[1]`", "`two[1]`").contains(&expected);
        assert!(same, "{text}\n{body}");
        assert_keeps("the error", &client::shown(&error));
    }
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

/// What a response sets for later, such as a session, is as good as a password.
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

/// Looks through the memory of this process for the key's Base64 form, after all that holds it was
/// dropped.
#[cfg(target_os = "linux")]
#[test]
fn nothing_of_the_key_stays_in_freed_memory() {
    use std::os::unix::fs::FileExt as _;

    // Not in the program's text, and complemented, so that the search does not find itself.
    let key: String = (0..48_u8)
        .map(|n| char::from(b'a' + n % 8 * 5 % 26))
        .collect();
    let hidden: Vec<u8> = {
        use base64::Engine as _;
        let engine = base64::engine::general_purpose::STANDARD;
        let mut complement = Vec::with_capacity(200);
        let pair: Vec<u8> = format!("{EMAIL}:{key}").into_bytes();
        for chunk in pair.chunks(3) {
            complement.extend(engine.encode(chunk).bytes().map(|byte| !byte));
        }
        complement
    };
    let client = comm100::Client::builder()
        .credentials(Credentials::new(EMAIL, key))
        .transport_fn(|_| async { Ok(http::Response::new("")) })
        .build()
        .expect("a client");
    client.read("1").request().expect("a request");
    drop(client);

    let maps = std::fs::read_to_string("/proc/self/maps").expect("the map of memory");
    let memory = std::fs::File::open("/proc/self/mem").expect("memory");
    // From the key on: what precedes it is the email.
    let needle = &hidden[24..hidden.len() - 4];
    let mut block = vec![0; 1 << 20];
    for line in maps.lines().filter(|line| line.contains("rw-p")) {
        let range = line
            .split(' ')
            .next()
            .and_then(|range| range.split_once('-'));
        let Some((start, end)) = range.map(|(start, end)| {
            let number = |text| u64::from_str_radix(text, 16).expect("an address");
            (number(start), number(end))
        }) else {
            continue;
        };
        let mut at = start;
        while at < end {
            let Ok(length) = memory.read_at(&mut block, at) else {
                break;
            };
            if length == 0 {
                break;
            }
            let found = block[..length].windows(needle.len()).any(|window| {
                window
                    .iter()
                    .zip(needle)
                    .all(|(one, other)| *one == !*other)
            });
            assert!(!found, "the key's Base64 form is in {line}");
            at += (length - needle.len().min(length - 1)) as u64;
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

#[test]
fn what_counts_as_a_leak() {
    assert_eq!(
        client::leaks(&format!("Basic {}", client::API_KEY_BASE64)).len(),
        2
    );
    assert_eq!(client::leaks(&format!("x{API_KEY}x{VALUE}x")).len(), 2);
    assert!(client::leaks("nothing of note").is_empty());
}

/// Says where to leak.
const LEAK: &str = "COMM100_TESTS_LEAK";

/// The watch that the other tests rely on does see what it is there for.
#[test]
fn a_program_that_leaks_is_ended() {
    for (place, told) in [
        ("log", "a log record shows"),
        ("event", "an event shows"),
        ("span", "a span shows"),
        ("panic", "a panic shows"),
        ("nowhere", ""),
    ] {
        let program = std::env::current_exe().expect("this program");
        let output = std::process::Command::new(program)
            // With the tests' capture on, as the other programs have it.
            .args(["--exact", "leaks_on_purpose", "--ignored"])
            .env(LEAK, place)
            .output()
            .expect("a process");
        let text = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.success(),
            place == "nowhere",
            "{place}: {text}"
        );
        assert!(text.contains(told), "{place}: {text}");
    }
}

#[test]
#[ignore = "the test above runs it in a process of its own"]
fn leaks_on_purpose() {
    comm100_tests::secrets::watch();
    match std::env::var(LEAK).as_deref() {
        Ok("log") => log::trace!("the key is {API_KEY}"),
        Ok("event") => tracing::trace!(key = API_KEY),
        Ok("span") => drop(tracing::trace_span!("call", key = ?API_KEY)),
        Ok("panic") => panic!("{API_KEY}"),
        _ => {}
    }
}
