//! Bodies become values, `<code, message>`, or a clear error that keeps status and bytes.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use comm100::{Error, ErrorKind, Reply, Result, Sent, api};
use comm100_tests::recorder::{Recorder, response};
use serde::Deserialize;

#[derive(Debug, Deserialize, PartialEq)]
struct Chat {
    id: u64,
    start_time: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct ChatList {
    chats: Vec<Chat>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Marked {
    error_code: i64,
    error_message: String,
}

impl Reply for Marked {
    type Body = Self;

    fn accept(wire: Self, path: &str) -> std::result::Result<Self, (i64, String)> {
        assert_eq!(path, "/api/v1/livechat/marked");
        match wire.error_code {
            0 => Ok(wire),
            code => Err((code, wire.error_message)),
        }
    }
}

#[api(path = "livechat")]
trait Chats {
    #[get("chats")]
    async fn list(&self) -> Result<ChatList>;
    #[get("chats/{id}")]
    async fn get(&self, id: u64) -> Result<Chat>;
    #[get("text")]
    async fn text(&self) -> Result<String>;
    #[get("bytes")]
    async fn bytes(&self) -> Result<Bytes>;
    #[delete("nothing")]
    async fn nothing(&self) -> Result<()>;
    #[post("marked", idempotent = false)]
    async fn mark(&self, #[form] name: &str) -> Result<Marked>;
}

/// Their type is what counts, not how it is written.
type Maybe<T> = Option<T>;
type Chats2 = Vec<Chat>;

#[api(path = "livechat/rare")]
trait Rare {
    #[get("chat")]
    async fn current(&self) -> Result<Maybe<Chat>>;
    #[get("word")]
    async fn word(&self) -> Result<Option<String>>;
    #[get("chats")]
    async fn all(&self) -> Result<Chats2>;
    #[get("chats/nested")]
    async fn nested(&self) -> Result<Option<Vec<Chat>>>;
    #[get("any")]
    async fn any<T: serde::de::DeserializeOwned>(&self) -> Result<T>;
    #[get("any/list")]
    async fn any_list<T: serde::de::DeserializeOwned>(&self) -> Result<Vec<T>>;
}

#[tokio::test]
async fn an_option_may_have_no_body_and_a_list_may_be_null() {
    let server = Scripted::start().await;
    let client = server.client();
    let chat = |id| Chat {
        id,
        start_time: None,
    };
    for (status, body) in [
        (200, "null"),
        (200, " null "),
        (200, ""),
        (200, " \r\n"),
        (200, "\u{feff}"),
        (204, ""),
        (205, ""),
    ] {
        server.set(status, body.as_bytes());
        assert_eq!(client.current().await.unwrap(), None, "{status} {body:?}");
        assert_eq!(client.word().await.unwrap(), None);
        assert_eq!(client.nested().await.unwrap(), None);
        // A generic type is plain JSON, whatever it is.
        if body.trim() != "null" {
            let error = client.any::<Option<Chat>>().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert_eq!(client.all().await.unwrap_err().kind(), ErrorKind::Decode);
        }
    }
    server.set(200, b" null ");
    assert_eq!(client.all().await.unwrap(), []);
    assert_eq!(client.any_list::<Chat>().await.unwrap(), []);
    assert_eq!(client.any::<Option<Chat>>().await.unwrap(), None);
    let error = client.any::<Vec<Chat>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    server.set(200, br#"{"id": 1}"#);
    assert_eq!(client.current().await.unwrap(), Some(chat(1)));
    server.set(200, br#"[{"id": 1}, {"id": 2}]"#);
    assert_eq!(client.all().await.unwrap(), [chat(1), chat(2)]);
    server.set(200, br#"[{"id": 1}, {"id": "x"}]"#);
    let error = client.all().await.unwrap_err();
    assert!(
        error.to_string().contains("expected u64 at `[1].id`"),
        "{error}"
    );
    server.set(200, b"\"null\"");
    assert_eq!(client.word().await.unwrap().as_deref(), Some("null"));
    // A 404 stays an error.
    server.set(404, b"null");
    assert!(client.current().await.unwrap_err().is_not_found());
}

/// A server whose next responses are set one at a time.
struct Scripted {
    recorder: Recorder,
    answer: Arc<Mutex<Vec<u8>>>,
}

impl Scripted {
    async fn start() -> Self {
        let answer = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&answer);
        let recorder = Recorder::start(move |_| shared.lock().unwrap().clone()).await;
        Self { recorder, answer }
    }

    fn client(&self) -> comm100::Client {
        self.recorder.builder().build().unwrap()
    }

    fn set(&self, status: u16, body: &[u8]) {
        *self.answer.lock().unwrap() = response(status, "application/json", body);
    }
}

#[tokio::test]
async fn values() {
    let server = Scripted::start().await;
    let client = server.client();
    server.set(
        200,
        b"\xef\xbb\xbf {\"id\": 1, \"more\": [], \"start_time\": null} ",
    );
    let chat = client.get(1).await.unwrap();
    assert_eq!(
        chat,
        Chat {
            id: 1,
            start_time: None
        }
    );
    server.set(201, "h\u{e9}".as_bytes());
    assert_eq!(client.text().await.unwrap(), "h\u{e9}");
    server.set(200, b"\xff\x00");
    assert_eq!(client.bytes().await.unwrap(), b"\xff\x00"[..]);
    client.nothing().await.unwrap();
    let response = client.nothing().send_with_response().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/json");
    let () = response.into_inner();
}

#[tokio::test]
async fn bodies_that_are_not_what_is_declared() {
    let server = Scripted::start().await;
    let client = server.client();
    let cases: [(&[u8], &str); 10] = [
        (b"", "empty"),
        (b"  ", "empty"),
        (b"<!DOCTYPE html><p>secret-text", "HTML"),
        (b"{\"chats\": [{\"id\": 1}", "ends early"),
        (b"{\"chats\": [{\"id\": 1}]} x", "trailing"),
        (
            b"{\"chats\": [{\"id\": 1}, {\"id\": \"secret-text\"}]}",
            "expected u64 at `chats[1].id`",
        ),
        (
            b"{\"chats\": [{\"id\": 1, \"start_time\": 5}]}",
            "expected a string at `chats[0].start_time`",
        ),
        (
            b"{\"chats\": [{\"start_time\": \"secret-text, expected x\"}]}",
            "missing field `id` at `chats[0]`",
        ),
        (
            b"{\"chats\": \"secret-text, expected y\"}",
            "expected a sequence at `chats`",
        ),
        (b"{\"chats\": [\xff]}", "not UTF-8 from byte 11"),
    ];
    for (body, expected) in cases {
        server.set(200, body);
        let error = client.list().await.unwrap_err();
        let text = format!("{error} {error:?}");
        assert_eq!(error.kind(), ErrorKind::Decode, "{text}");
        assert!(text.contains(expected), "{text}");
        assert!(text.starts_with("GET livechat/chats: "), "{text}");
        assert!(!text.contains("secret-text"), "{text}");
        assert_eq!(error.body().unwrap(), body);
        assert_eq!(error.status().unwrap(), 200);
        assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
        let mut source = std::error::Error::source(&error);
        while let Some(inner) = source {
            assert!(!inner.to_string().contains("secret-text"), "{inner}");
            source = inner.source();
        }
    }
    server.set(200, b"\xff");
    assert_eq!(client.text().await.unwrap_err().kind(), ErrorKind::Decode);
}

/// The path is found by a second decode, which is not worth its time far into a large body.
#[tokio::test]
async fn a_mistake_far_into_a_body_has_its_place_without_a_path() {
    let server = Scripted::start().await;
    let client = server.client();
    for (chats, path) in [(10, "at `chats[10].id` "), (200_000, "")] {
        let body = format!(
            "{{\"chats\": [\n{}{{\"id\": \"1\"}}]}}",
            "{\"id\": 1},\n".repeat(chats)
        );
        server.set(200, body.as_bytes());
        let text = client.list().await.unwrap_err().to_string();
        let expected = format!("expected u64 {path}(line {}, column 10)", chats + 2);
        assert!(text.contains(&expected), "{text}");
    }
}

#[tokio::test]
async fn error_bodies_decode_into_code_and_message() {
    let server = Scripted::start().await;
    let client = server.client();
    let required = Some("Parameter 'timeFrom' is required.");
    let cases: [(&str, Option<i64>, Option<&str>); 19] = [
        (
            r#"{"code": 400000, "message": "Parameter 'timeFrom' is required."}"#,
            Some(400_000),
            required,
        ),
        (
            r#"{ code: 400000, message: "Parameter 'timeFrom' is required." }"#,
            Some(400_000),
            required,
        ),
        ("{ code: 400000, message: 'It''s' }", None, None),
        (
            r#"{"code": "400000", "message": "m"}"#,
            Some(400_000),
            Some("m"),
        ),
        (
            r#"{"code": 400000.0, "message": "m"}"#,
            Some(400_000),
            Some("m"),
        ),
        (r#"{"code": "E1", "message": "m"}"#, None, Some("m")),
        (
            r#"{"error_code": 2, "error_message": "m"}"#,
            Some(2),
            Some("m"),
        ),
        (
            r#"{ error_code: 2, error_message: "m", }"#,
            Some(2),
            Some("m"),
        ),
        (r#"{"code": null, "message": null}"#, None, None),
        (
            r#"{"message": "m", "code": {"a": [1]}, "x": [[]]}"#,
            None,
            Some("m"),
        ),
        (r#"{"code": 99999999999999999999}"#, None, None),
        (r#"{"code": -1}"#, Some(-1), None),
        ("\u{feff}{\"code\": 1}", Some(1), None),
        ("[1, 2]", None, None),
        ("\"text\"", None, None),
        ("", None, None),
        ("<html>502</html>", None, None),
        (r#"{"code": 400000, "message": "cut"#, None, None),
        ("null", None, None),
    ];
    for status in [400, 401, 403, 404, 409, 500] {
        for (body, code, message) in cases {
            server.set(status, body.as_bytes());
            let error = client.mark("x").await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Api, "{body}");
            assert_eq!((error.code(), error.message()), (code, message), "{body}");
            assert_eq!(error.status().unwrap(), status);
            assert_eq!(error.api().unwrap().status(), status);
            assert_eq!(error.body().unwrap(), body.as_bytes());
            assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
        }
        server.set(status, b"\xff\xfe{");
        assert_eq!(
            client.mark("x").await.unwrap_err().status().unwrap(),
            status
        );
    }
}

#[tokio::test]
async fn an_error_reads_as_one_line() {
    let server = Scripted::start().await;
    let client = server.client();
    server.set(
        404,
        br#"{"code": 404000, "message": "No such\r\nchat\u0000.\u2028\u202ex"}"#,
    );
    let error = client.get(5).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET livechat/chats/{id}: the service answered 404 Not Found, code 404000: No such  chat .  x"
    );
    assert!(error.is_not_found() && error.is_api() && !error.is_decode());
    assert_eq!(error.endpoint().unwrap().path(), "livechat/chats/{id}");
    let long = format!("{{\"message\": \"{}\"}}", "é".repeat(5_000));
    server.set(400, long.as_bytes());
    assert!(client.get(5).await.unwrap_err().to_string().chars().count() < 400);
}

#[tokio::test]
async fn a_200_may_be_refused_by_its_type() {
    let server = Scripted::start().await;
    let client = server.client();
    server.set(200, br#"{"error_code": 0, "error_message": ""}"#);
    assert_eq!(client.mark("x").await.unwrap().error_code, 0);
    server.set(
        200,
        br#"{"error_code": 2, "error_message": "No such visitor."}"#,
    );
    let error = client.mark("x").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(
        (error.code(), error.message()),
        (Some(2), Some("No such visitor."))
    );
    assert_eq!(error.status().unwrap(), 200);
}

#[tokio::test]
async fn a_redirect_is_an_error_and_is_not_followed() {
    let target = Recorder::json("{}").await;
    let location = format!("{}/login?token=secret-text", target.origin());
    let recorder = Recorder::start(move |_| {
        format!("HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n")
            .into_bytes()
    })
    .await;
    let error = recorder.client().get(1).await.unwrap_err();
    let text = error.to_string();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_eq!(error.status().unwrap(), 302);
    assert!(
        text.contains(target.origin()) && !text.contains("secret-text"),
        "{text}"
    );
    assert_eq!(target.requests(), []);
}

#[tokio::test]
async fn bodies_over_the_cap_are_not_read() {
    let recorder = Recorder::start(|_| response(200, "application/json", &[b' '; 2_000])).await;
    let client = recorder
        .builder()
        .max_response_bytes(1_999)
        .build()
        .unwrap();
    let error = client.list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert_eq!(
        (error.status().unwrap().as_u16(), error.sent()),
        (200, Sent::Yes)
    );
    let client = recorder
        .builder()
        .max_response_bytes(2_000)
        .build()
        .unwrap();
    assert_eq!(client.list().await.unwrap_err().kind(), ErrorKind::Decode);
}

#[test]
fn the_error_is_one_pointer_wide_and_travels() {
    fn travels<T: Send + Sync + std::error::Error + 'static>() {}
    travels::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[tokio::test]
async fn refused_connections_are_not_sent() {
    let origin = {
        let recorder = Recorder::json("{}").await;
        recorder.origin().to_owned()
    };
    let client = comm100::Client::builder()
        .platform(origin.parse().unwrap())
        .credentials(comm100::Credentials::new("a@example.com", "k"))
        .build()
        .unwrap();
    // The listener's task ends with the recorder; until then a connection may be taken and dropped.
    let error = loop {
        let error = client.mark("x").await.unwrap_err();
        if error.kind() == ErrorKind::Connect {
            break error;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(error.sent(), Sent::No);
    let text = error.to_string();
    assert!(text.contains("could not connect to 127.0.0.1:"), "{text}");
    assert!(!text.contains("/api/"), "{text}");
}
