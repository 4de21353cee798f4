//! Whatever a server sends, the error has its status and can be displayed.

use std::time::Duration;

use bytes::Bytes;
use comm100::{Client, Credentials, Error, ErrorKind, RetryPolicy};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tokio::runtime::Runtime;

use crate::calls::{Answer, Faults as _};

/// The most bytes of an error's body that are kept.
const KEPT: usize = 64 * 1024;

/// A call that gets this response.
fn answered(status: StatusCode, headers: HeaderMap, body: Bytes) -> Result<Answer, Error> {
    let client = Client::builder()
        .credentials(Credentials::new("agent@example.com", "key"))
        .retry(RetryPolicy::off())
        .transport_fn(move |_| {
            let mut response = http::Response::new(body.clone());
            *response.status_mut() = status;
            response.headers_mut().clone_from(&headers);
            async { Ok(response) }
        })
        .build()
        .expect("a client");
    runtime().block_on(client.read("1").send())
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime")
}

fn assert_presentable(error: &Error) {
    let shown = error.to_string();
    assert!(
        !shown.contains(['\n', '\r', '\0', '\u{1b}', '\u{2028}']),
        "{shown:?}"
    );
    assert!(shown.chars().count() < 600, "{shown:?}");
    assert!(!format!("{error:?}").is_empty());
}

/// An error's body never hides its status; what is strict JSON is read in full.
///
/// # Panics
///
/// If that does not hold.
pub fn error_body(status: u16, body: &[u8]) {
    let Some(status) = StatusCode::from_u16(status)
        .ok()
        .filter(|status| status.is_client_error() || status.is_server_error())
    else {
        return;
    };
    let outcome = answered(status, HeaderMap::new(), Bytes::copy_from_slice(body));
    let error = outcome.expect_err("a status that is an error");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status(), Some(status));
    let kept = &body[..body.len().min(KEPT)];
    assert_eq!(error.body().map(|kept| &kept[..]), Some(kept));
    assert_presentable(&error);
    let Ok(serde_json::Value::Object(object)) = serde_json::from_slice(kept) else {
        return;
    };
    // Synonyms occur beside them only in invented inputs.
    if object.len() == 2
        && let (Some(code), Some(message)) = (object.get("code"), object.get("message"))
    {
        if let Some(code) = code.as_i64() {
            assert_eq!(error.code(), Some(code));
        }
        if let Some(message) = message.as_str() {
            assert_eq!(error.message(), Some(message));
        }
    }
}

/// A success's body is decoded as `serde_json` decodes it, or is a `Decode` error. A lone surrogate, which
/// `serde_json` rejects, may be decoded too.
///
/// # Panics
///
/// If that does not hold.
pub fn success_body(body: &[u8]) {
    let bare = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let expected = serde_json::from_slice::<Answer>(bare).ok();
    match answered(
        StatusCode::OK,
        HeaderMap::new(),
        Bytes::copy_from_slice(body),
    ) {
        Ok(_) if expected.is_none() => {
            let text = String::from_utf8_lossy(bare).to_lowercase();
            assert!(text.contains("\\ud"), "{text}");
        }
        Ok(answer) => assert_eq!(Some(answer), expected),
        Err(error) => {
            assert_eq!(expected, None);
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert_eq!(error.body().map(|kept| &kept[..]), Some(body));
            assert_presentable(&error);
        }
    }
}

/// `Retry-After` is read or ignored, and never leads to a wait of more than a day.
///
/// # Panics
///
/// If that does not hold.
pub fn retry_after(value: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(value) else {
        return;
    };
    let headers = HeaderMap::from_iter([(header::RETRY_AFTER, value.clone())]);
    let error = answered(StatusCode::SERVICE_UNAVAILABLE, headers, Bytes::new())
        .expect_err("a status that is an error");
    let wait = error.retry_after();
    assert!(
        wait.is_none_or(|wait| wait <= Duration::from_secs(86_400)),
        "{wait:?}"
    );
    if let Some(seconds) = value
        .to_str()
        .ok()
        .and_then(|text| text.parse::<u64>().ok())
        && value.as_bytes().first() != Some(&b'+')
    {
        assert_eq!(wait, Some(Duration::from_secs(seconds.min(86_400))));
    }
}
