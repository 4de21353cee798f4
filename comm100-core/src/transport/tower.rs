//! Layers around the transport: custom ones, or those of the tower libraries.
//!
//! The public interface names the traits of `tower-service` and `tower-layer` and of `http-body`,
//! and none of tower's types: the traits have been stable for years, and they are all that a layer
//! is written against, whichever version of `tower` or `tower-http` it comes from.

use std::any::Any;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http_body::{Frame, SizeHint};
use tower_layer::Layer;
use tower_service::Service;

use super::{Sender, Transport};
use crate::error::{BoxError, TransportError};
use crate::request::RequestBody;
use crate::response::Body;

/// The transport as a tower service, which a `tower::Layer` passed to
/// [`ClientBuilder::layer`](crate::ClientBuilder::layer) wraps.
///
/// Its clones share the transport, and it is always ready.
#[derive(Clone)]
pub struct TransportService(Arc<dyn Transport>);

impl Service<http::Request<RequestBody>> for TransportService {
    type Response = http::Response<Body>;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<http::Response<Body>, TransportError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<RequestBody>) -> Self::Future {
        let transport = Arc::clone(&self.0);
        Box::pin(async move { transport.send(request).await })
    }
}

impl fmt::Debug for TransportService {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TransportService")
    }
}

type Wrap = Box<dyn FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync>;

/// The layers of a builder, the outermost first.
#[derive(Default)]
pub(crate) struct Layers(Vec<Wrap>);

impl Layers {
    pub(crate) fn push<L, B>(&mut self, layer: L)
    where
        L: Layer<TransportService> + Send + Sync + 'static,
        L::Service: Service<http::Request<RequestBody>, Response = http::Response<B>>,
        L::Service: Clone + Send + 'static,
        <L::Service as Service<http::Request<RequestBody>>>::Future: Send,
        <L::Service as Service<http::Request<RequestBody>>>::Error: Into<BoxError>,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        self.0.push(Box::new(move |transport| {
            let service = layer.layer(TransportService(transport));
            Arc::new(Layered(Mutex::new(service)))
        }));
    }

    /// Wraps a sender in the layers. Without one, it stays as it is, so that a default transport is called directly.
    pub(crate) fn around(self, sender: Sender) -> Sender {
        if self.0.is_empty() {
            return sender;
        }
        let wraps = self.0.into_iter().rev();
        let transport = sender.into_transport();
        Sender::Custom(wraps.fold(transport, |transport, wrap| wrap(transport)))
    }
}

impl fmt::Debug for Layers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} layers", self.0.len())
    }
}

/// The service of a layer. Only its clones are used, since a service need not be `Sync`.
struct Layered<S>(Mutex<S>);

impl<S, B> Transport for Layered<S>
where
    S: Service<http::Request<RequestBody>, Response = http::Response<B>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let mut service = {
            let service = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            service.clone()
        };
        Box::pin(async move {
            poll_fn(|context| service.poll_ready(context))
                .await
                .map_err(|error| known(error).unwrap_or_else(TransportError::not_sent))?;
            let response = service
                .call(request)
                .await
                .map_err(|error| known(error).unwrap_or_else(TransportError::maybe_sent))?;
            Ok(response.map(body))
        })
    }
}

/// Returns the transport's own error, if the layer passed it on.
fn known(error: impl Into<BoxError>) -> Result<TransportError, BoxError> {
    error
        .into()
        .downcast::<TransportError>()
        .map(|error| *error)
}

/// Unwraps a body that the layer left as it is, which keeps it as fast.
fn body<B>(body: B) -> Body
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let mut slot = Some(body);
    if let Some(same) = (&mut slot as &mut dyn Any).downcast_mut::<Option<Body>>() {
        return same.take().unwrap_or_default();
    }
    match slot {
        Some(other) => Body::from_http_body(Foreign(Box::pin(other))),
        None => Body::default(),
    }
}

/// The body of a layer, with the error type of a transport.
struct Foreign<B>(Pin<Box<B>>);

impl<B> http_body::Body for Foreign<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.0
            .as_mut()
            .poll_frame(context)
            .map_err(|error| known(error).unwrap_or_else(TransportError::maybe_sent))
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

/// For layers that read the body.
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
impl http_body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.poll_part(context).map_ok(Frame::data)
    }

    fn size_hint(&self) -> SizeHint {
        match self.announced() {
            Some(length) => SizeHint::with_exact(length),
            None => SizeHint::default(),
        }
    }
}
