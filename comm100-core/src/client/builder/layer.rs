//! The setter of tower layers.

use std::error::Error as StdError;

use bytes::Bytes;
use tower_layer::Layer;
use tower_service::Service;

use super::ClientBuilder;
use crate::transport::TransportService;

type BoxError = Box<dyn StdError + Send + Sync>;

impl ClientBuilder {
    /// Puts a layer around the transport: metrics, caches, headers, whatever exists for tower
    /// services over HTTP. Of several the first one sees the request first.
    ///
    /// A layer sees each attempt, below retries, limits of time and the daily quota, with all its
    /// headers. `Authorization` is among them, marked as sensitive: a layer that logs headers must
    /// heed the mark.
    ///
    /// What the layer's service fails with tells whether the request left if it is a
    /// [`TransportError`]; any other error counts as one after which that is not known, so that a
    /// POST is not retried. A service that is not ready has not sent anything.
    ///
    /// ```
    /// use comm100::{Client, Credentials};
    /// use tower::util::MapRequestLayer;
    ///
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
    ///     .layer(MapRequestLayer::new(|mut request: http::Request<bytes::Bytes>| {
    ///         let name = http::HeaderValue::from_static("night shift");
    ///         request.headers_mut().insert("x-job", name);
    ///         request
    ///     }))
    ///     .build()?;
    /// # Ok::<(), comm100::Error>(())
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
    pub fn layer<L, B>(mut self, layer: L) -> Self
    where
        L: Layer<TransportService> + Send + Sync + 'static,
        L::Service: Service<http::Request<Bytes>, Response = http::Response<B>>,
        L::Service: Clone + Send + 'static,
        <L::Service as Service<http::Request<Bytes>>>::Future: Send,
        <L::Service as Service<http::Request<Bytes>>>::Error: Into<BoxError>,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        self.layers.push(layer);
        self
    }
}
