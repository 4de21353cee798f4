//! A successful response before it is decoded.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

/// A 2xx response whose body was read completely.
#[derive(Clone, Debug)]
pub(crate) struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}
