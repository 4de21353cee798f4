//! The client: a cheap handle to what all calls share.

pub(crate) mod builder;
pub(crate) mod common_headers;

use std::fmt;
use std::sync::Arc;

use http::HeaderValue;
use tokio::sync::Semaphore;
use url::Url;

use crate::auth::{Credentials, environment};
use crate::endpoint::Endpoint;
use crate::error::Result;
use crate::info::EndpointInfo;
use crate::observe::{Counters, Stats};
use crate::options::EndpointCall;
use crate::platform::{ApiVersion, Base, Platform};
use crate::policy::quota::{Gate, Quota};
use crate::policy::retry::Budget;
use crate::policy::settings::Settings;
use crate::transport::Sender;
pub use builder::ClientBuilder;
use common_headers::CommonHeaders;

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
    pub(crate) headers: CommonHeaders,
    pub(crate) settings: Settings,
    pub(crate) wire: Sender,
    pub(crate) budget: Budget,
    pub(crate) in_flight: Option<Semaphore>,
    pub(crate) quota: Gate,
    pub(crate) counters: Counters,
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
        wire: Sender,
        quota: Gate,
    ) -> Result<Self> {
        let bases = [
            Base::new(origin, ApiVersion::V1)?,
            Base::new(origin, ApiVersion::V2)?,
        ];
        let host = wire.takes_host().then(|| bases[0].host()).transpose()?;
        Ok(Self {
            inner: Arc::new(Inner {
                bases,
                version,
                headers: CommonHeaders::new(authorization, user_agent, host),
                budget: Budget::new(settings.retry.budget_size()),
                in_flight: settings.max_in_flight.map(Semaphore::new),
                settings,
                wire,
                quota,
                counters: Counters::default(),
            }),
        })
    }

    /// Begins a call of an endpoint that is a value (`#[derive(Endpoint)]`).
    pub fn call<E: Endpoint>(&self, endpoint: E) -> EndpointCall<'_, E> {
        EndpointCall::new(self, endpoint)
    }

    /// What is known of the day's requests: the limit, how many were counted,
    /// and when they begin anew.
    ///
    /// Counted is every attempt of this client and its clones, or of all that
    /// share the [`QuotaStore`](crate::QuotaStore), which is asked.
    ///
    /// # Errors
    ///
    /// [`QuotaUnavailable`](crate::ErrorKind::QuotaUnavailable) if the store does not answer in
    /// the client's `timeout`, unless [`QuotaOutage::LetPass`](crate::QuotaOutage::LetPass) is
    /// set: then what this client counted by itself is told.
    pub async fn quota(&self) -> Result<Quota> {
        crate::call::read_quota(&self.inner).await
    }

    /// What this client and its clones have counted: calls, failures, attempts, latencies.
    ///
    /// ```
    /// # use comm100::{Client, Credentials};
    /// # let client = Client::builder().credentials(Credentials::new("a@example.com", "K")).build()?;
    /// let stats = client.stats();
    /// println!("{} calls, {} failed", stats.succeeded() + stats.failed(), stats.failed());
    /// if let Some(slow) = stats.call_latency().quantile(0.99) {
    ///     println!("99 of 100 took at most {slow:?}");
    /// }
    /// # Ok::<(), comm100::Error>(())
    /// ```
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.inner.counters.stats()
    }

    /// Swaps the credentials of this client and all its clones at once, for a
    /// rotated key. Attempts that begin later use the new ones. The day's
    /// requests stay counted for the account that the client was built with.
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
        let authorization = credentials.header()?;
        self.inner.headers.set_authorization(authorization);
        Ok(())
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
