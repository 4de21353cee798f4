//! The values that headers may have, and the headers that only the client sets.

use http::{HeaderName, HeaderValue, header};

/// Returns a header's value of visible ASCII and spaces. `http` accepts other bytes too, which
/// servers read in different encodings.
pub(crate) fn ascii_header(text: &str) -> Option<HeaderValue> {
    is_visible(text.as_bytes())
        .then(|| HeaderValue::from_str(text).ok())
        .flatten()
}

/// Returns true for visible ASCII and spaces.
pub(crate) fn is_visible(value: &[u8]) -> bool {
    value.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Returns true for headers that only the client may set: the caller, the host, and the framing of
/// the message. Another value would be a leak or a second request. The macro rejects the same ones in
/// declarations (`grammar/header.rs` of comm100-macros).
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    matches!(
        *name,
        header::AUTHORIZATION
            | header::HOST
            | header::CONNECTION
            | header::CONTENT_ENCODING
            | header::CONTENT_LENGTH
            | header::EXPECT
            | header::PROXY_AUTHORIZATION
            | header::TE
            | header::TRAILER
            | header::TRANSFER_ENCODING
            | header::UPGRADE
    ) || matches!(name.as_str(), "keep-alive" | "proxy-connection")
}
