//! A call that succeeded, before its response is decoded.

use futures_core::future::BoxFuture;

use crate::error::{Error, Result};
use crate::info::EndpointInfo;
use crate::observe::DecodeObserver;
use crate::response::RawResponse;

/// The future of a call. Not generic over the response type, so that it is compiled once.
pub(crate) type CallFuture = BoxFuture<'static, Result<(CompletedCall, DecodeObserver)>>;

/// Decodes a completed call.
pub(crate) type Finish<T> = fn(&CompletedCall) -> Result<T>;

/// A 2xx response, and what the loop knows of the call.
#[derive(Clone, Debug)]
pub(crate) struct CompletedCall {
    pub(crate) raw: RawResponse,
    pub(crate) attempts: u32,
    /// The request's path from the root, then its query.
    pub(crate) target: String,
    pub(crate) path_length: usize,
}

impl CompletedCall {
    /// Returns the request's path from the root, percent-encoded.
    pub(crate) fn path(&self) -> &str {
        self.target.get(..self.path_length).unwrap_or_default()
    }
}

/// Adds to a decoding error what the loop knows of the call, and counts it.
#[cold]
pub(crate) fn undecodable(
    error: Error,
    endpoint: &EndpointInfo,
    attempts: u32,
    observer: &DecodeObserver,
) -> Error {
    let error = error.at(endpoint).after_attempts(attempts);
    observer.undecodable(&error);
    error
}
