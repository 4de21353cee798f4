//! Headers and path segments.

use comm100::{ErrorKind, Sent};
use comm100_tests::recorder::Recorder;

use crate::Things;

#[tokio::test]
async fn ids_that_would_traverse_are_rejected() {
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
