//! The headers that endpoints declare.

use http::{HeaderName, HeaderValue};

use super::scalar::{Sink, Unsendable};
use crate::headers::{ascii_header, is_reserved};

/// Writes the value of one declared header.
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
            .ok_or_else(|| Unsendable::new("only the client sets its header"))?;
        let value = ascii_header(text).ok_or_else(|| {
            Unsendable::new(
                "it contains a character that a header cannot have (a line break, or a letter that is not ASCII); use visible ASCII",
            )
        })?;
        self.headers.push((name, value));
        Ok(())
    }
}
