//! Error bodies, redirects and failures as errors that keep status and bytes.

use comm100::{Error, ErrorKind, Sent};
use comm100_tests::recorder::{Recorder, response};

use crate::{Chats as _, Scripted};

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
        ("\"text\"", None, Some("text")),
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
