//! Errors of decoding, which say where and what was expected.

use comm100::{ClientBuilder, ErrorKind, api};
use comm100_tests::client::{self, API_KEY, EMAIL, VALUE};
use comm100_tests::fault::{FaultServer, Reply};
use serde::Deserialize;

use crate::assert_keeps;

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

/// A colour whose type quotes wrong values in its errors.
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

/// A decoding error contains the place and the expected type, but no keys of maps, unknown keys, values
/// or messages of types.
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
