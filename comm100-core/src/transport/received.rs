//! The parts of a response that the client uses.

use http::{HeaderMap, StatusCode};

use crate::response::Body;

/// A response from a transport. Less than an `http::Response`, since it is moved several times.
pub(crate) struct Received {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

impl From<http::Response<Body>> for Received {
    fn from(response: http::Response<Body>) -> Self {
        let (head, body) = response.into_parts();
        Self {
            status: head.status,
            headers: head.headers,
            body,
        }
    }
}
