//! The builder of a call of an endpoint that is a value.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};

use super::request_options::RequestOptions;
use super::unsent::AwaitOrSend;
use crate::call::{Call, Response};
use crate::client::Client;
use crate::endpoint::{Endpoint, PagedEndpoint};
use crate::error::Result;
use crate::pages::{Items, Page, Pages};

/// The builder of a call of an endpoint that is a value; made by [`Client::call`].
#[derive(Debug)]
#[must_use = "nothing is sent until the call is awaited or `.send()` is called"]
pub struct EndpointCall<'a, E> {
    draft: RequestOptions<'a>,
    endpoint: E,
}

impl Client {
    /// Starts a call of an endpoint that is a value (`#[derive(Endpoint)]`).
    pub fn call<E: Endpoint>(&self, endpoint: E) -> EndpointCall<'_, E> {
        EndpointCall::new(self, endpoint)
    }
}

impl<'a, E: Endpoint> EndpointCall<'a, E> {
    fn new(client: &'a Client, endpoint: E) -> Self {
        Self {
            draft: RequestOptions::new(client),
            endpoint,
        }
    }

    /// Replaces the client's limit of the whole call.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.draft = self.draft.timeout(limit);
        self
    }

    /// Adds a header, replacing one of that name. `Authorization`, `Host` and
    /// framing headers are rejected.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.draft = self.draft.header(name, value);
        self
    }

    /// Encodes the request and returns the call, which borrows nothing.
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

    /// Returns the request that would be sent, without sending it.
    pub fn request(&self) -> Result<http::Request<Bytes>> {
        self.draft.request(&self.endpoint)
    }
}

impl<E: Endpoint> EndpointCall<'_, E>
where
    E: PagedEndpoint,
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

/// Never applies: it makes rustc report how to send the call where a future is expected.
#[doc(hidden)]
impl<E: Endpoint> Future for EndpointCall<'_, E>
where
    Self: AwaitOrSend,
{
    type Output = <Self as AwaitOrSend>::Output;

    fn poll(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<<Self as AwaitOrSend>::Output> {
        AwaitOrSend::poll(self, context)
    }
}
