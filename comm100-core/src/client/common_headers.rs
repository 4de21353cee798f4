//! What every request carries, made once: to copy a map costs less than to fill one.

use std::sync::{PoisonError, RwLock};

use http::{HeaderMap, HeaderValue, header};

use crate::response::compression;

/// The headers that the client adds, ready to be copied.
pub(crate) struct CommonHeaders(RwLock<Ready>);

struct Ready {
    plain: HeaderMap,
    /// The same with room for what a body needs, so that the copy does not grow.
    with_body: HeaderMap,
}

impl CommonHeaders {
    pub(crate) fn new(
        authorization: HeaderValue,
        user_agent: HeaderValue,
        host: Option<HeaderValue>,
    ) -> Self {
        let mut plain = HeaderMap::with_capacity(8);
        plain.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        plain.insert(header::ACCEPT_ENCODING, compression::accepted());
        plain.insert(header::USER_AGENT, user_agent);
        plain.insert(header::AUTHORIZATION, authorization);
        if let Some(host) = host {
            plain.insert(header::HOST, host);
        }
        let mut with_body = plain.clone();
        with_body.insert(header::CONTENT_TYPE, HeaderValue::from_static(""));
        with_body.insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
        Self(RwLock::new(Ready { plain, with_body }))
    }

    /// Swaps the authorization for all requests to come.
    pub(crate) fn set_authorization(&self, authorization: HeaderValue) {
        let mut ready = self.0.write().unwrap_or_else(PoisonError::into_inner);
        ready
            .plain
            .insert(header::AUTHORIZATION, authorization.clone());
        ready.with_body.insert(header::AUTHORIZATION, authorization);
    }

    /// Those of a request without a body.
    pub(crate) fn plain(&self) -> HeaderMap {
        let ready = self.0.read().unwrap_or_else(PoisonError::into_inner);
        ready.plain.clone()
    }

    /// Those of a request with a body of so many bytes.
    pub(crate) fn with_body(&self, content_type: &'static str, length: usize) -> HeaderMap {
        let ready = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let mut headers = ready.with_body.clone();
        drop(ready);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        headers
    }
}
