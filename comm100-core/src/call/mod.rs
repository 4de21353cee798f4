//! A call in flight: the future of a builder.

mod attempt;
mod limit;
mod response;
mod run;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::future::BoxFuture;
use http::{HeaderMap, StatusCode};

use crate::endpoint::Endpoint;
use crate::error::Result;
use crate::info::EndpointInfo;
use crate::response::RawResponse;

pub(crate) use limit::read_quota;
pub(crate) use run::{outgoing, start};

/// A call: a future that is `Send`, `Unpin` and `'static`, borrows nothing, and
/// sends nothing before it is polled.
#[must_use = "nothing is sent until the call is awaited"]
pub struct Call<T> {
    /// Not generic over `T`, so that it is compiled once.
    raw: BoxFuture<'static, Result<RawResponse>>,
    finish: fn(RawResponse) -> Result<T>,
    endpoint: &'static EndpointInfo,
}

impl<T> Call<T> {
    pub(crate) fn new(
        raw: BoxFuture<'static, Result<RawResponse>>,
        finish: fn(RawResponse) -> Result<T>,
        endpoint: &'static EndpointInfo,
    ) -> Self {
        Self {
            raw,
            finish,
            endpoint,
        }
    }
}

/// Decodes a response to what `E` declares.
#[expect(
    clippy::needless_pass_by_value,
    reason = "of one shape with `response`, which takes it apart"
)]
pub(crate) fn value<E: Endpoint>(raw: RawResponse) -> Result<E::Response> {
    E::decoder().decode(&raw)
}

/// The same with its status and headers.
pub(crate) fn response<E: Endpoint>(raw: RawResponse) -> Result<Response<E::Response>> {
    let value = E::decoder().decode(&raw)?;
    Ok(Response {
        status: raw.status,
        headers: raw.headers,
        attempts: raw.attempts,
        value,
    })
}

impl<T> Future for Call<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Poll::Ready(outcome) = self.raw.as_mut().poll(context) else {
            return Poll::Pending;
        };
        Poll::Ready(outcome.and_then(|mut raw| {
            let attempts = raw.attempts;
            let seen = raw.seen.take();
            (self.finish)(raw).map_err(|error| {
                let error = error.at(self.endpoint).after_attempts(attempts);
                if let Some(seen) = seen {
                    seen.undecodable(&error);
                }
                error
            })
        }))
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Call({})", self.endpoint)
    }
}

/// A value with the head of the response that it came in.
#[derive(Clone, Debug)]
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
