//! The builder of a call of an [`Endpoint`] value.

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

/// The builder of a call of an [`Endpoint`] value, returned by [`Client::call`].
#[derive(Debug)]
#[must_use = "nothing is sent until the call is awaited or `.send()` is called"]
pub struct EndpointCall<'a, E> {
    options: RequestOptions<'a>,
    endpoint: E,
}

impl Client {
    /// Returns the builder of a call of an [`Endpoint`] value (`#[derive(Endpoint)]`).
    pub fn call<E: Endpoint>(&self, endpoint: E) -> EndpointCall<'_, E> {
        EndpointCall::new(self, endpoint)
    }
}

impl<'a, E: Endpoint> EndpointCall<'a, E> {
    fn new(client: &'a Client, endpoint: E) -> Self {
        Self {
            options: RequestOptions::new(client),
            endpoint,
        }
    }

    /// Sets the timeout of the whole call, with all its attempts. Defaults to the timeout that the
    /// endpoint declares, else to the client's. More than 24 hours count as 24 hours.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.options.timeout(limit);
        self
    }

    /// Sets a header and replaces one of the same name. `Authorization`, `Host` and framing headers such
    /// as `Content-Length` are rejected; the client sets them.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.options.header(name, value);
        self
    }

    /// Encodes the request and returns the call, which borrows nothing and sends it when polled.
    pub fn send(self) -> Call<E::Response> {
        self.options.send(&self.endpoint)
    }

    /// Like [`send`](Self::send), but the call returns the response with its status and headers.
    pub fn send_with_response(self) -> Call<Response<E::Response>> {
        self.options.send_with_response(&self.endpoint)
    }

    /// Sends the request and blocks the thread until the response arrives. Inside an async runtime, which
    /// it would block, it is a `Config` error.
    #[cfg(feature = "blocking")]
    #[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
    pub fn send_blocking(self) -> Result<E::Response> {
        self.options.send_blocking(&self.endpoint)
    }

    /// Returns the request that would be sent, without sending it. It has the client's authorization,
    /// marked as sensitive; a token only if the client has one already. A form with a file is a `Request`
    /// error, since only an attempt opens the file.
    pub fn request(&self) -> Result<http::Request<Bytes>> {
        self.options.request(&self.endpoint)
    }
}

impl<E: Endpoint> EndpointCall<'_, E>
where
    E: PagedEndpoint,
    E::Response: Page,
{
    /// Fetches up to this many pages ahead, in order; at most 64, by default none.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.options.prefetch(pages);
        self
    }

    /// Stops the stream after this many pages.
    pub fn max_pages(mut self, pages: u32) -> Self {
        self.options.max_pages(pages);
        self
    }

    /// Returns a stream of the pages with their numbers, which fetches each page when it is polled.
    pub fn pages(self) -> Pages<E::Response> {
        self.options.pages(&self.endpoint)
    }

    /// Returns a stream of the items of all pages, which fetches each page when it is needed.
    pub fn items(self) -> Items<E::Response> {
        self.options.items(&self.endpoint)
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

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Pending
    }
}
