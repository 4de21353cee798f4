//! Headers that endpoints declare, and those that only the client sets.

use http::{HeaderName, HeaderValue, header};

use super::scalar::{Sink, Unsendable};

/// Takes the value of one declared header.
pub(super) struct HeaderSink<'a> {
    pub(super) headers: &'a mut Vec<(HeaderName, HeaderValue)>,
    pub(super) header: &'static str,
}

impl Sink for HeaderSink<'_> {
    fn sequences(&self) -> bool {
        false
    }

    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        let name = HeaderName::from_bytes(self.header.as_bytes())
            .ok()
            .filter(|name| !is_reserved(name))
            .ok_or_else(|| {
                Unsendable::new("its header is one that the client sets itself".into())
            })?;
        let value = ascii_header(text).ok_or_else(|| {
            Unsendable::new(
                "it holds a character that cannot stand in a header (a line break or a letter beyond ASCII)".into(),
            )
        })?;
        self.headers.push((name, value));
        Ok(())
    }
}

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
