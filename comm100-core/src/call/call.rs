//! A call: the future of a builder, and the response with its head.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderMap, StatusCode};

use super::completed::{CallFuture, CompletedCall, Finish, undecodable};
use crate::endpoint::Endpoint;
use crate::error::Result;
use crate::info::EndpointInfo;

/// A call: a future that is `Send`, `Unpin` and `'static`, borrows nothing, and
/// sends nothing before it is polled.
#[must_use = "nothing is sent until the call is awaited"]
pub struct Call<T> {
    future: CallFuture,
    finish: Finish<T>,
    endpoint: &'static EndpointInfo,
}

impl<T> Call<T> {
    pub(crate) fn new(
        future: CallFuture,
        finish: Finish<T>,
        endpoint: &'static EndpointInfo,
    ) -> Self {
        Self {
            future,
            finish,
            endpoint,
        }
    }
}

/// Decodes a response to what `E` declares.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the same signature as `response`, which takes it apart"
)]
pub(crate) fn value<E: Endpoint>(call: CompletedCall) -> Result<E::Response> {
    E::decoder().decode(&call.raw, call.path())
}

/// The same with its status and headers.
pub(crate) fn response<E: Endpoint>(call: CompletedCall) -> Result<Response<E::Response>> {
    let value = E::decoder().decode(&call.raw, call.path())?;
    Ok(Response {
        status: call.raw.status,
        headers: call.raw.headers,
        attempts: call.attempts,
        value,
    })
}

impl<T> Future for Call<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Poll::Ready(outcome) = self.future.as_mut().poll(context) else {
            return Poll::Pending;
        };
        Poll::Ready(outcome.and_then(|(completed, observer)| {
            let attempts = completed.attempts;
            (self.finish)(completed)
                .map_err(|error| undecodable(error, self.endpoint, attempts, &observer))
        }))
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Call({})", self.endpoint)
    }
}

/// A value with the head of the response that it came in.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    value: T,
}

impl<T> Response<T> {
    /// The status, a 2xx.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// How many requests the call took; more than 1 after retries.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The value.
    #[must_use]
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// The value, without its head.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }
}

/// Of the headers only the names: a value may be a session or another secret.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.keys().collect();
        formatter
            .debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &names)
            .field("attempts", &self.attempts)
            .field("value", &self.value)
            .finish()
    }
}
