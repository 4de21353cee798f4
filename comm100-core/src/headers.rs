//! Values that headers may have, and headers that only the client sets.

use http::{HeaderName, HeaderValue, header};

/// A header's value, of visible ASCII and spaces. `http` takes other bytes too,
/// which servers read in encodings of their own.
pub(crate) fn ascii_header(text: &str) -> Option<HeaderValue> {
    let visible = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    visible.then(|| HeaderValue::from_str(text).ok()).flatten()
}

/// Headers that only the client may set: who calls, to whom, and how the
/// message is framed. Another value would be a leak or a second request.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    matches!(
        *name,
        header::AUTHORIZATION
            | header::HOST
            | header::CONNECTION
            | header::CONTENT_LENGTH
            | header::EXPECT
            | header::PROXY_AUTHORIZATION
            | header::TE
            | header::TRAILER
            | header::TRANSFER_ENCODING
            | header::UPGRADE
    )
}
