//! The client: a cheap handle to what all calls share.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use http::HeaderValue;
use url::Url;

use crate::builder::ClientBuilder;
use crate::call::EndpointCall;
use crate::credentials::{Credentials, environment};
use crate::endpoint::{Endpoint, EndpointInfo};
use crate::error::Result;
use crate::platform::{ApiVersion, Base, Platform};
use crate::settings::Settings;
use crate::wire::Wire;

/// A client of the API. A clone is cheap and shares connections, credentials
/// and limits with the others.
///
/// Endpoints are methods of the traits that `#[api]` declares; import the
/// trait, call the method on the client.
///
/// ```
/// use comm100::{Client, Credentials, Platform};
///
/// let client = Client::builder()
///     .platform(Platform::Hosted)
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .build()?;
/// # Ok::<(), comm100::Error>(())
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    bases: [Base; 2],
    version: ApiVersion,
    authorization: RwLock<HeaderValue>,
    pub(crate) user_agent: HeaderValue,
    pub(crate) settings: Settings,
    pub(crate) wire: Wire,
}

impl Client {
    /// Begins a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Makes a client of the environment variables `COMM100_EMAIL`,
    /// `COMM100_API_KEY` and `COMM100_PLATFORM` (`hosted`, `enterprise`, or a
    /// host; `hosted` if it is not set).
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that names the variable which is missing or
    /// not usable.
    pub fn from_env() -> Result<Self> {
        let platform = match std::env::var_os("COMM100_PLATFORM") {
            None => Platform::default(),
            Some(_) => environment("COMM100_PLATFORM")?.parse()?,
        };
        Self::builder()
            .platform(platform)
            .credentials(Credentials::from_env()?)
            .build()
    }

    pub(crate) fn new(
        origin: &Url,
        version: ApiVersion,
        authorization: HeaderValue,
        user_agent: HeaderValue,
        settings: Settings,
        wire: Wire,
    ) -> Result<Self> {
        Ok(Self {
            inner: Arc::new(Inner {
                bases: [
                    Base::new(origin, ApiVersion::V1)?,
                    Base::new(origin, ApiVersion::V2)?,
                ],
                version,
                authorization: RwLock::new(authorization),
                user_agent,
                settings,
                wire,
            }),
        })
    }

    /// Begins a call of an endpoint that is a value (`#[derive(Endpoint)]`).
    pub fn call<E: Endpoint>(&self, endpoint: E) -> EndpointCall<'_, E> {
        EndpointCall::new(self, endpoint)
    }

    /// Swaps the credentials of this client and all its clones at once, for a
    /// rotated key. Attempts that begin later use the new ones.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error for credentials that cannot be sent; the old
    /// ones stay.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "as the builder takes them; the key is zeroized here"
    )]
    pub fn set_credentials(&self, credentials: Credentials) -> Result<()> {
        let header = credentials.header()?;
        *self
            .inner
            .authorization
            .write()
            .unwrap_or_else(PoisonError::into_inner) = header;
        Ok(())
    }

    pub(crate) fn authorization(&self) -> HeaderValue {
        self.inner
            .authorization
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn base(&self, endpoint: &EndpointInfo) -> &Base {
        match endpoint.version().unwrap_or(self.inner.version) {
            ApiVersion::V1 => &self.inner.bases[0],
            ApiVersion::V2 => &self.inner.bases[1],
        }
    }
}

impl AsRef<Client> for Client {
    fn as_ref(&self) -> &Client {
        self
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field(
                "base",
                &self.inner.bases[self.inner.version as usize].url.as_str(),
            )
            .field("credentials", &format_args!("[REDACTED]"))
            .field("settings", &self.inner.settings)
            .finish_non_exhaustive()
    }
}
