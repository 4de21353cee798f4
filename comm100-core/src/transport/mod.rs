//! The interface below the client: sends a request, returns a response with a streamed body.

mod connect_error;
mod connecting;
#[cfg(feature = "__hyper")]
mod hyper;
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
mod per_runtime;
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
mod proxies;
mod received;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
mod resolver;
mod sender;
#[cfg(all(feature = "__rustls", any(feature = "__hyper", feature = "reqwest")))]
mod tls;
#[cfg(feature = "tower")]
mod tower;

use std::future::Future;
use std::sync::Arc;

use bytes::Bytes;
use futures_core::future::BoxFuture;

use crate::error::TransportError;
use crate::request::RequestBody;
use crate::response::Body;

pub(crate) use connect_error::timed_out_connecting;
pub(crate) use connecting::poll_sending;
#[cfg(feature = "__hyper")]
pub use hyper::HyperTransport;
#[cfg(feature = "reqwest")]
pub use reqwest::ReqwestTransport;
pub use sender::BasePath;
pub(crate) use sender::{Outgoing, Sender};
#[cfg(feature = "tower")]
pub(crate) use tower::Layers;
#[cfg(feature = "tower")]
pub use tower::TransportService;

/// Sends requests. The default transport is reqwest's client; tests set their own
/// (or a closure: [`ClientBuilder::transport_fn`](crate::ClientBuilder::transport_fn)).
///
/// A transport sends each request once. The client retries, enforces timeouts and reads the body.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request and returns the response's head with a streamed body.
    ///
    /// # Errors
    ///
    /// A [`TransportError`], which says whether the request was certainly not sent.
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;

    /// Returns true if it takes `Host` from the request's headers.
    #[doc(hidden)]
    fn takes_host(&self) -> bool {
        false
    }

    /// Returns true if it sends a request once and polls its connector through
    /// `connecting.rs`, so that a pending request is known to wait for its connection.
    #[doc(hidden)]
    fn reports_connecting(&self) -> bool {
        false
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn takes_host(&self) -> bool {
        (**self).takes_host()
    }

    fn reports_connecting(&self) -> bool {
        (**self).reports_connecting()
    }
}

/// A closure as a transport.
pub(crate) struct FnTransport<F>(pub(crate) F);

impl<F, R, B> Transport for FnTransport<F>
where
    F: Fn(http::Request<Bytes>) -> R + Send + Sync + 'static,
    R: Future<Output = Result<http::Response<B>, TransportError>> + Send + 'static,
    B: Into<Body>,
{
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let (head, body) = request.into_parts();
        if let Some(bytes) = body.as_bytes() {
            let response = (self.0)(http::Request::from_parts(head, bytes.clone()));
            return Box::pin(async move { Ok(response.await?.map(Into::into)) });
        }
        Box::pin(async move {
            let bytes = body.into_bytes().await.map_err(TransportError::not_sent)?;
            let response = (self.0)(http::Request::from_parts(head, bytes));
            Ok(response.await?.map(Into::into))
        })
    }
}
