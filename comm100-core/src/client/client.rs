//! The client: a cheap handle to what all calls share.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use http::HeaderValue;
use tokio::sync::Notify;
use tokio::sync::futures::Notified;

use super::common_headers::CommonHeaders;
use super::defaults::QueryPair;
use crate::auth::{Authorize, Credentials, Ready, TokenContext};
use crate::error::Result;
use crate::observe::{Counters, Stats};
use crate::platform::{Base, Location};
use crate::policy::clock::Clock;
use crate::policy::in_flight::InFlight;
use crate::policy::quota::{Gate, Quota};
use crate::policy::rate_limit::RateLimiter;
use crate::policy::retry::Budget;
use crate::policy::settings::Settings;
use crate::request::PreparedCall;
use crate::transport::Sender;

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

/// The state that a client and its clones share.
pub(crate) struct Inner {
    pub(crate) location: Location,
    pub(crate) headers: CommonHeaders,
    pub(crate) default_query: Vec<QueryPair>,
    pub(super) authorize: RwLock<Arc<dyn Authorize>>,
    pub(crate) settings: Settings,
    pub(crate) sender: Arc<Sender>,
    pub(crate) budget: Budget,
    pub(crate) in_flight: InFlight,
    pub(crate) rate_limiter: Arc<RateLimiter>,
    pub(super) token_context: Arc<TokenContext>,
    /// Wakes calls that wait for an authorization of credentials that were swapped.
    pub(super) swapped: Notify,
    pub(crate) quota: Gate,
    pub(crate) clock: Arc<dyn Clock>,
    /// Shared with calls whose response is still to be decoded.
    pub(crate) counters: Arc<Counters>,
}

impl Client {
    /// Returns the state of the day's quota: the limit, the requests counted, and when it resets.
    ///
    /// Every attempt counts, of this client and its clones, or of all that share the
    /// [`QuotaStore`](crate::QuotaStore), which is asked.
    ///
    /// # Errors
    ///
    /// [`QuotaUnavailable`](crate::ErrorKind::QuotaUnavailable) if the store does not respond in
    /// the client's `timeout`, unless [`QuotaOutage::LetPass`](crate::QuotaOutage::LetPass) is
    /// set: then this client's own count is returned. [`Config`](crate::ErrorKind::Config)
    /// with a store, but outside a Tokio runtime.
    pub async fn quota(&self) -> Result<Quota> {
        self.inner.quota.quota(self.inner.settings.timeout).await
    }

    /// Returns the metrics of this client and its clones: calls, failures, attempts, latencies.
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
    /// rotated key. Attempts that start later use the new ones. The day's
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
        let authorize = credentials.authorize(&self.inner.token_context)?;
        *self
            .inner
            .authorize
            .write()
            .unwrap_or_else(PoisonError::into_inner) = authorize;
        self.inner.swapped.notify_waiters();
        Ok(())
    }

    /// Returns the URL that a call's path is appended to.
    pub(crate) fn base_of(&self, call: &PreparedCall) -> &Base {
        let location = &self.inner.location;
        if call.endpoint.is_for_panel() {
            &location.panel
        } else {
            location.base(call.endpoint)
        }
    }

    /// Returns the most bytes that the default query adds to a URL.
    pub(crate) fn appended_length(&self) -> usize {
        self.inner.default_query.iter().map(QueryPair::length).sum()
    }
}

impl Inner {
    /// Returns an authorization that needs no waiting.
    pub(crate) fn ready_authorization(&self) -> Option<Ready> {
        self.authorize
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .ready()
    }

    /// Returns the `Host` of requests to the Control Panel, if the transport does not set it.
    pub(crate) fn panel_host(&self) -> Option<&HeaderValue> {
        self.token_context.host.as_ref()
    }

    /// Completes when the credentials are swapped.
    pub(crate) fn swapped(&self) -> Notified<'_> {
        self.swapped.notified()
    }

    /// Returns the current authorizer of attempts.
    pub(crate) fn authorize(&self) -> Arc<dyn Authorize> {
        Arc::clone(
            &self
                .authorize
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
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
            .field("base", &self.inner.location.default_base().url.as_str())
            .field("credentials", &format_args!("[REDACTED]"))
            .field("settings", &self.inner.settings)
            .finish_non_exhaustive()
    }
}
