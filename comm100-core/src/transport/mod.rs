//! The seam below the client: a request goes out, a response with a streamed body comes back.

#[cfg(feature = "hyper")]
mod hyper;
#[cfg(feature = "reqwest")]
mod reqwest;
mod sender;
#[cfg(feature = "__rustls")]
mod tls;
#[cfg(feature = "tower")]
mod tower;

use std::future::Future;
use std::sync::Arc;

use bytes::Bytes;
use futures_core::future::BoxFuture;

use crate::error::TransportError;
use crate::response::Body;

#[cfg(feature = "hyper")]
pub use hyper::HyperTransport;
#[cfg(feature = "reqwest")]
pub use reqwest::ReqwestTransport;
pub(crate) use sender::{Outgoing, Sender};
#[cfg(feature = "tower")]
pub(crate) use tower::Layers;
#[cfg(feature = "tower")]
pub use tower::TransportService;

/// Sends requests. The default one is reqwest's client; tests bring their own
/// (or a closure: [`ClientBuilder::transport_fn`](crate::ClientBuilder::transport_fn)).
///
/// A transport sends each request once: retries, limits of time and the
/// reading of the body are the client's.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request and gives the response's head, the body streamed.
    ///
    /// # Errors
    ///
    /// A [`TransportError`], which says whether the request certainly did not leave.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;

    /// Whether it takes `Host` ready made from the request's headers.
    #[doc(hidden)]
    fn takes_host(&self) -> bool {
        false
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn takes_host(&self) -> bool {
        (**self).takes_host()
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
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let response = (self.0)(request);
        Box::pin(async move { Ok(response.await?.map(Into::into)) })
    }
}
