//! A call on its way: the future of a builder, and the builder of an endpoint that is a value.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::client::Client;
use crate::decode::Raw;
use crate::draft::Draft;
use crate::endpoint::{Endpoint, EndpointInfo};
use crate::error::Result;
use crate::pages::{Items, Page, Pages};

/// A call: a future that is `Send`, `Unpin` and `'static`, borrows nothing, and
/// sends nothing before it is polled.
#[must_use = "nothing is sent until the call is awaited"]
pub struct Call<T> {
    /// Not generic over `T`, so that it is compiled once.
    raw: BoxFuture<'static, Result<Raw>>,
    finish: fn(Raw) -> Result<T>,
    endpoint: &'static EndpointInfo,
}

impl<T> Call<T> {
    pub(crate) fn new(
        raw: BoxFuture<'static, Result<Raw>>,
        finish: fn(Raw) -> Result<T>,
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
pub(crate) fn value<E: Endpoint>(raw: Raw) -> Result<E::Response> {
    E::decoder().decode(&raw)
}

/// The same with its status and headers.
pub(crate) fn response<E: Endpoint>(raw: Raw) -> Result<Response<E::Response>> {
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
            (self.finish)(raw).map_err(|mut error| {
                let inner = error.inner_mut();
                inner.endpoint = Some(*self.endpoint);
                inner.attempts = attempts;
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

/// The builder of a call of an endpoint that is a value; made by [`Client::call`].
#[derive(Debug)]
#[must_use = "nothing is sent until the call is awaited or `.send()` is called"]
pub struct EndpointCall<'a, E> {
    draft: Draft<'a>,
    endpoint: E,
}

impl<'a, E: Endpoint> EndpointCall<'a, E> {
    pub(crate) fn new(client: &'a Client, endpoint: E) -> Self {
        Self {
            draft: Draft::new(client),
            endpoint,
        }
    }

    /// Replaces the client's limit of the whole call.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.draft = self.draft.timeout(limit);
        self
    }

    /// Adds a header, replacing one of that name. `Authorization`, `Host` and
    /// what frames the message are refused.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.draft = self.draft.header(name, value);
        self
    }

    /// Encodes the request and gives the call, which borrows nothing.
    pub fn send(self) -> Call<E::Response> {
        self.draft.send(&self.endpoint)
    }

    /// Like [`send`](Self::send), with the response's status and headers.
    pub fn send_with_response(self) -> Call<Response<E::Response>> {
        self.draft.send_with_response(&self.endpoint)
    }

    /// Like [`send`](Self::send), waiting for the outcome.
    ///
    /// # Errors
    ///
    /// Those of the call, and a [`Config`](crate::ErrorKind::Config) error inside an async
    /// runtime, which it would hold up.
    #[cfg(feature = "blocking")]
    #[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
    pub fn send_blocking(self) -> Result<E::Response> {
        self.draft.send_blocking(&self.endpoint)
    }

    /// What would be sent, without sending it.
    pub fn request(&self) -> Result<http::Request<Bytes>> {
        self.draft.request(&self.endpoint)
    }
}

impl<E: Endpoint> EndpointCall<'_, E>
where
    E: crate::door::PagedEndpoint,
    E::Response: Page,
{
    /// Fetches up to this many pages ahead of the one that is worked on, 64 at most; none by
    /// default.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.draft = self.draft.prefetch(pages);
        self
    }

    /// Ends the stream after this many pages.
    pub fn max_pages(mut self, pages: u32) -> Self {
        self.draft = self.draft.max_pages(pages);
        self
    }

    /// The pages, with their numbers, as a stream.
    pub fn pages(self) -> Pages<E::Response> {
        self.draft.pages(&self.endpoint)
    }

    /// The items of all pages as a stream.
    pub fn items(self) -> Items<E::Response> {
        self.draft.items(&self.endpoint)
    }
}

impl<E: Endpoint> IntoFuture for EndpointCall<'_, E> {
    type Output = Result<E::Response>;
    type IntoFuture = Call<E::Response>;

    fn into_future(self) -> Call<E::Response> {
        self.send()
    }
}
