//! The client's builder: all that can be set, checked in `build()`.

#[cfg(feature = "tower")]
mod layer;
mod limits;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;

use crate::auth::Credentials;
use crate::client::Client;
use crate::error::TransportError;
use crate::error::{Error, Result};
use crate::headers::ascii_header;
use crate::platform::{ApiVersion, Platform};
use crate::policy::settings::Settings;
use crate::response::Body;
use crate::transport::Sender;
use crate::transport::{FnTransport, Transport};

use limits::QuotaSettings;

/// A limit of time beyond this is none.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

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
    platform: Platform,
    version: ApiVersion,
    credentials: Option<Credentials>,
    user_agent: Option<String>,
    settings: Settings,
    quota: QuotaSettings,
    transport: Option<Custom>,
    #[cfg(feature = "tower")]
    pub(crate) layers: crate::transport::Layers,
}

struct Custom(Arc<dyn Transport>);

impl std::fmt::Debug for Custom {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Transport")
    }
}

impl ClientBuilder {
    /// The platform of the account; [`Platform::Hosted`] by default.
    pub fn platform(mut self, platform: Platform) -> Self {
        self.platform = platform;
        self
    }

    /// The version of the API; [`ApiVersion::V1`] by default. A trait that is
    /// declared with a version of its own keeps it.
    pub fn version(mut self, version: ApiVersion) -> Self {
        self.version = version;
        self
    }

    /// The agent who calls.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// The limit of making a connection; 10 seconds by default. A transport that
    /// is handed over by [`transport`](Self::transport) has its own.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.settings.connect_timeout = limit;
        self
    }

    /// The limit of one attempt, from its start to its body's last byte; 30
    /// seconds by default.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.settings.attempt_timeout = limit;
        self
    }

    /// The limit of a whole call with all its attempts and waiting; 90 seconds
    /// by default. A call's own `.timeout()` replaces it.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.settings.timeout = limit;
        self
    }

    /// The largest body that is read, counted as decoded; 32 MiB by default.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_response_bytes = bytes;
        self
    }

    /// The `User-Agent`; `comm100-rust/<version>` by default.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Sends through another transport than the default one.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Custom(Arc::new(transport)));
        self
    }

    /// Sends through a closure, for unit tests:
    ///
    /// ```
    /// # use comm100::{Client, Credentials};
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
    ///     .transport_fn(|_request| async { Ok(http::Response::new(r#"{ "status": "online" }"#)) })
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

    /// Checks everything and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that says what cannot be used, and never the key.
    pub fn build(self) -> Result<Client> {
        let origin = self.platform.origin()?;
        let Some(credentials) = self.credentials else {
            return Err(Error::config(
                "there are no credentials; give `.credentials(Credentials::new(email, api_key))`"
                    .into(),
            ));
        };
        let authorization = credentials.header()?;
        let settings = self.settings;
        limits::validate(&settings)?;
        let quota = self
            .quota
            .gate(&origin, &credentials, settings.daily_limit)?;
        for (name, limit) in [
            ("connect_timeout", settings.connect_timeout),
            ("attempt_timeout", settings.attempt_timeout),
            ("timeout", settings.timeout),
        ] {
            if limit.is_zero() || limit > LONGEST {
                return Err(Error::config(format!(
                    "`{name}` is {limit:?}; give more than nothing and at most 24 hours"
                )));
            }
        }
        if settings.max_response_bytes == 0 {
            return Err(Error::config(
                "`max_response_bytes` is 0; give the size in bytes of the largest body to read"
                    .into(),
            ));
        }
        let user_agent = match self.user_agent {
            None => HeaderValue::from_static(concat!("comm100-rust/", env!("CARGO_PKG_VERSION"))),
            Some(text) => ascii_header(&text).ok_or_else(|| {
                Error::config(
                    "`user_agent` holds a character that cannot stand in a header; give visible ASCII".into(),
                )
            })?,
        };
        let wire = match self.transport {
            Some(Custom(transport)) => Sender::Custom(transport),
            None => Sender::default_for(&origin, &settings)?,
        };
        #[cfg(feature = "tower")]
        let wire = if self.layers.is_empty() {
            wire
        } else {
            Sender::Custom(self.layers.around(wire.into_transport()))
        };
        Client::new(
            &origin,
            self.version,
            authorization,
            user_agent,
            settings,
            wire,
            quota,
        )
    }
}
