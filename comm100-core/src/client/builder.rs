//! The client's builder: its setters.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
#[cfg(feature = "tower")]
use tower_layer::Layer;
#[cfg(feature = "tower")]
use tower_service::Service;

use super::client::Client;
use super::defaults::Defaults;
use crate::auth::Credentials;
#[cfg(feature = "tower")]
use crate::error::BoxError;
use crate::error::{Result, TransportError};
use crate::platform::Platform;
use crate::policy::clock::Clock;
use crate::policy::retry::RetryPolicy;
use crate::policy::settings::Settings;
#[cfg(feature = "tower")]
use crate::request::RequestBody;
use crate::response::Body;
use crate::service::ApiVersion;
#[cfg(feature = "tower")]
use crate::transport::TransportService;
use crate::transport::{FnTransport, Sender, Transport};

/// Builds a [`Client`]. Only the credentials have no default.
///
/// ```
/// use std::time::Duration;
/// use comm100::{ApiVersion, Client, Credentials, Platform};
///
/// let client = Client::builder()
///     .platform(Platform::custom("euportal.comm100.com")?)
///     .version(ApiVersion::V2)
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .timeout(Duration::from_secs(20))
///     .build()?;
/// # Ok::<(), comm100::Error>(())
/// ```
#[derive(Debug, Default)]
#[must_use = "a builder does nothing until `.build()`"]
pub struct ClientBuilder {
    pub(super) platform: Platform,
    pub(super) version: Option<ApiVersion>,
    pub(super) credentials: Option<Credentials>,
    pub(super) user_agent: Option<String>,
    pub(super) defaults: Defaults,
    pub(super) settings: Settings,
    pub(super) transport: Option<CustomTransport>,
    #[cfg(feature = "tower")]
    pub(super) layers: crate::transport::Layers,
}

/// A transport that `.transport(..)` set.
pub(super) struct CustomTransport(pub(super) Sender);

impl fmt::Debug for CustomTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Transport")
    }
}

impl Client {
    /// Starts building a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Creates a client from environment variables: the credentials as
    /// [`Credentials::from_env`] reads them, and the platform as [`Platform::from_env`] does.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that names the variable that is missing or
    /// cannot be used.
    pub fn from_env() -> Result<Self> {
        Self::builder()
            .platform(Platform::from_env()?)
            .credentials(Credentials::from_env()?)
            .build()
    }
}

impl ClientBuilder {
    /// Sets the platform of the account. Defaults to [`Platform::Hosted`].
    pub fn platform(mut self, platform: Platform) -> Self {
        self.platform = platform;
        self
    }

    /// Sets the version of the API for declarations without one. Defaults to the platform's: 1, on
    /// `portal{N}` hosts 3, on `dash{N}` hosts 4.
    pub fn version(mut self, version: ApiVersion) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets the credentials, which have no default.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Sets the timeout of making a connection: more than zero and at most 24 hours, like the other
    /// timeouts; [`build`](Self::build) rejects others. Defaults to 10 seconds. A transport passed to
    /// [`transport`](Self::transport) has its own.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.settings.connect_timeout = limit;
        self
    }

    /// Sets the timeout of one attempt, from its start to its body's last byte. Defaults to 30 seconds.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.settings.attempt_timeout = limit;
        self
    }

    /// Sets the timeout of a whole call with all its attempts and waits. Defaults to 90 seconds. A
    /// call's own `.timeout()` replaces it.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.settings.timeout = limit;
        self
    }

    /// Sets the size limit of a response, in bytes after decompression, at least 1. Defaults to
    /// 32 MiB.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_response_bytes = bytes;
        self
    }

    /// Sets the `User-Agent`. Defaults to `comm100-rust/<version>`.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Adds a header to every request of the API; a later one of that name replaces it, and so do
    /// the headers of a declaration and of a call. Headers that the client sets itself, such as
    /// `Authorization`, `Host` and framing headers, are rejected by [`build`](Self::build).
    pub fn default_header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.defaults
            .header(name.try_into().ok(), value.try_into().ok());
        self
    }

    /// Adds a key to the query of every request of the API, unless a call has that key itself.
    ///
    /// ```
    /// # use comm100::{Client, Credentials};
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
    ///     .default_header("Accept-Language", "en")
    ///     .default_query("timeZoneOption", "UTC")
    ///     .build()?;
    /// # Ok::<(), comm100::Error>(())
    /// ```
    pub fn default_query(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.defaults.query(name.as_ref(), value.as_ref());
        self
    }

    /// Sets the transport. Defaults to reqwest, or to `HyperTransport` if the feature `reqwest` is
    /// off; without either feature it is required.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(CustomTransport(Sender::custom(transport)));
        self
    }

    /// Sends through a closure, for unit tests:
    ///
    /// ```
    /// # use comm100::{Client, Credentials};
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
    ///     .transport_fn(|_request| async { Ok(comm100::http::Response::new(r#"{ "status": "online" }"#)) })
    ///     .build()?;
    /// # Ok::<(), comm100::Error>(())
    /// ```
    pub fn transport_fn<F, R, B>(self, send: F) -> Self
    where
        F: Fn(http::Request<Bytes>) -> R + Send + Sync + 'static,
        R: Future<Output = Result<http::Response<B>, TransportError>> + Send + 'static,
        B: Into<Body> + 'static,
    {
        self.transport(FnTransport(send))
    }

    /// Sets when a failed call is retried; see [`RetryPolicy`] for the defaults.
    /// [`RetryPolicy::off()`] makes one attempt per call, but for a token that the service rejects.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = policy;
        self
    }

    /// Sets the clock that decides the day, and the sleep between attempts. Defaults to the
    /// machine's own.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.settings.clock = Arc::new(clock);
        self
    }

    /// Wraps the transport in a tower layer, such as one for metrics, caching or headers. The first
    /// layer added sees the request first.
    ///
    /// A layer runs once per attempt, below retries, timeouts and the daily quota, and sees all
    /// headers. `Authorization` is marked as sensitive: a layer that logs headers must leave such
    /// values out.
    ///
    /// After an error of the layer's service that is not a [`TransportError`], it is unknown whether
    /// the request was sent, so that a POST is not retried. A service that is not ready has not sent
    /// anything.
    ///
    /// ```
    /// use comm100::{Client, Credentials};
    /// use tower::util::MapRequestLayer;
    ///
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
    ///     .layer(MapRequestLayer::new(|mut request: http::Request<comm100::RequestBody>| {
    ///         let name = http::HeaderValue::from_static("night shift");
    ///         request.headers_mut().insert("x-job", name);
    ///         request
    ///     }))
    ///     .build()?;
    /// # Ok::<(), comm100::Error>(())
    /// ```
    #[cfg(feature = "tower")]
    #[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
    pub fn layer<L, B>(mut self, layer: L) -> Self
    where
        L: Layer<TransportService> + Send + Sync + 'static,
        L::Service: Service<http::Request<RequestBody>, Response = http::Response<B>>,
        L::Service: Clone + Send + 'static,
        <L::Service as Service<http::Request<RequestBody>>>::Future: Send,
        <L::Service as Service<http::Request<RequestBody>>>::Error: Into<BoxError>,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        self.layers.push(layer);
        self
    }
}
