//! The headers that every request carries, made once: copying a map costs less than filling one.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::media_type;
use crate::response::compression;

/// The headers that the client adds, ready to be copied.
pub(crate) struct CommonHeaders {
    plain: HeaderMap,
    /// The same with room for what a body needs, so that the copy does not grow.
    with_body: HeaderMap,
}

/// The places of the headers that each request replaces. They come first, so that none is looked up.
const AUTHORIZATION: usize = 0;
const CONTENT_TYPE: usize = 1;
const CONTENT_LENGTH: usize = 2;

impl CommonHeaders {
    pub(crate) fn new(
        user_agent: HeaderValue,
        host: Option<HeaderValue>,
        defaults: HeaderMap,
    ) -> Self {
        let mut common = HeaderMap::with_capacity(8);
        common.insert(header::ACCEPT, HeaderValue::from_static(media_type::JSON));
        common.insert(header::ACCEPT_ENCODING, compression::accepted());
        common.insert(header::USER_AGENT, user_agent);
        if let Some(host) = host {
            common.insert(header::HOST, host);
        }
        common.extend(defaults);
        let empty = HeaderValue::from_static("");
        let mut plain = HeaderMap::with_capacity(8);
        plain.insert(header::AUTHORIZATION, empty.clone());
        let mut with_body = plain.clone();
        plain.extend(common.clone());
        // In the order of their places, and those of a body replace the defaults.
        common.remove(header::CONTENT_TYPE);
        with_body.insert(header::CONTENT_TYPE, empty.clone());
        with_body.insert(header::CONTENT_LENGTH, empty);
        with_body.extend(common);
        Self { plain, with_body }
    }

    /// Returns those of a request without a body.
    pub(crate) fn plain(&self) -> HeaderMap {
        self.plain.clone()
    }

    /// Returns those of a request with a body of this length.
    pub(crate) fn with_body(&self, content_type: HeaderValue, length: u64) -> HeaderMap {
        let mut headers = self.with_body.clone();
        let length = HeaderValue::from(length);
        replace(
            &mut headers,
            CONTENT_TYPE,
            header::CONTENT_TYPE,
            content_type,
        );
        replace(&mut headers, CONTENT_LENGTH, header::CONTENT_LENGTH, length);
        headers
    }

    /// Sets the authorization of headers that this made.
    pub(crate) fn authorize(headers: &mut HeaderMap, authorization: HeaderValue) {
        replace(headers, AUTHORIZATION, header::AUTHORIZATION, authorization);
    }
}

/// Sets a header that has this place in the order of insertion. A map that has another order costs a
/// lookup.
fn replace(headers: &mut HeaderMap, place: usize, name: HeaderName, value: HeaderValue) {
    match headers.iter_mut().nth(place) {
        Some((found, old)) if *found == name => *old = value,
        _ => {
            headers.insert(name, value);
        }
    }
}
