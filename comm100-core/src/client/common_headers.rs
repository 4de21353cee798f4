//! The headers that every request carries, made once: copying a map costs less than filling one.

use http::{HeaderMap, HeaderValue, header};

use crate::response::compression;

/// The headers that the client adds, ready to be copied.
pub(crate) struct CommonHeaders {
    plain: HeaderMap,
    /// The same with room for what a body needs, so that the copy does not grow.
    with_body: HeaderMap,
}

impl CommonHeaders {
    pub(crate) fn new(
        user_agent: HeaderValue,
        host: Option<HeaderValue>,
        defaults: HeaderMap,
    ) -> Self {
        let mut plain = HeaderMap::with_capacity(8);
        plain.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        plain.insert(header::ACCEPT_ENCODING, compression::accepted());
        plain.insert(header::USER_AGENT, user_agent);
        // Replaced by each attempt's own.
        plain.insert(header::AUTHORIZATION, HeaderValue::from_static(""));
        if let Some(host) = host {
            plain.insert(header::HOST, host);
        }
        plain.extend(defaults);
        let mut with_body = plain.clone();
        with_body.insert(header::CONTENT_TYPE, HeaderValue::from_static(""));
        with_body.insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
        Self { plain, with_body }
    }

    /// Returns those of a request without a body.
    pub(crate) fn plain(&self) -> HeaderMap {
        self.plain.clone()
    }

    /// Returns those of a request with a body of this length.
    pub(crate) fn with_body(&self, content_type: HeaderValue, length: u64) -> HeaderMap {
        let mut headers = self.with_body.clone();
        headers.insert(header::CONTENT_TYPE, content_type);
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        headers
    }
}
