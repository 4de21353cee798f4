//! The builder's limits: requests in flight, in a period, and in a day.

use std::sync::Arc;
use std::time::Duration;

use super::builder::ClientBuilder;
use crate::error::ApiError;
use crate::policy::quota::{QuotaOutage, QuotaStore, RateLimit};

impl ClientBuilder {
    /// Sets how many attempts of this client and its clones may be in flight at once, at least 1. If
    /// unset, there is no limit. The others wait, first come, first served, within their deadlines.
    pub fn max_in_flight(mut self, attempts: usize) -> Self {
        self.settings.max_in_flight = Some(attempts);
        self
    }

    /// Sets the number of requests that the account may send in a day of UTC, at least 1. If unset,
    /// there is no limit, since the service does not document its own.
    ///
    /// Every attempt is counted before it is sent. Beyond the limit calls fail
    /// with [`QuotaExhausted`](crate::ErrorKind::QuotaExhausted), and nothing is sent, until
    /// 00:00 UTC.
    pub fn daily_limit(mut self, requests: u64) -> Self {
        self.settings.daily_limit = Some(requests);
        self
    }

    /// Limits the rate of requests: at most `requests` attempts (1 to 1,000,000) in any window of
    /// length `per` (more than zero, at most 24 hours). Windows are kept about 0.1 s longer, since
    /// requests may arrive closer together than they were sent. Defaults to 300 in 5 minutes on
    /// `dash{N}.comm100.io`, the documented limit, else to none.
    ///
    /// A call waits for its turn within its timeout. If its turn would be later,
    /// it fails at once with [`RateLimited`](crate::ErrorKind::RateLimited) and
    /// [`retry_after()`](crate::Error::retry_after), and nothing is sent. A call that is dropped while
    /// it waits leaves its turn to another one. The
    /// limit is shared by this client and its clones, or through a
    /// [`QuotaStore`] by all clients of one API host and
    /// [`rate_group`](Self::rate_group).
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use comm100::{Client, Credentials};
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
    ///     .rate_limit(300, Duration::from_secs(5 * 60))
    ///     .build()?;
    /// # Ok::<(), comm100::Error>(())
    /// ```
    pub fn rate_limit(mut self, requests: u32, per: Duration) -> Self {
        self.settings.rate_limit = Some(RateLimit::new(requests, per));
        self
    }

    /// Sets the name of the clients that share one IP address, for the
    /// [`rate_limit`](Self::rate_limit) in a [`QuotaStore`]: not empty, without `{` and `}`. If
    /// unset, all clients of one API host share it.
    pub fn rate_group(mut self, name: impl Into<String>) -> Self {
        self.settings.rate_group = Some(name.into());
        self
    }

    /// Sets the store that counts the day's requests and reserves the turns of the rate limit, such as
    /// a [`MemoryQuotaStore`](crate::MemoryQuotaStore). Defaults to the memory of this client and its
    /// clones.
    pub fn quota_store(mut self, store: impl QuotaStore) -> Self {
        self.settings.quota_store = Some(Arc::new(store));
        self
    }

    /// Sets the account's name in a [`QuotaStore`]: not empty, without `{` and `}`. Set it if several
    /// agents of one account share the store, since the service's limit is the account's. By default
    /// it is derived from the host and the agent's email; with a store,
    /// [`Credentials::bearer`](crate::Credentials::bearer) and
    /// [`tokens`](crate::Credentials::tokens) need it, since a token names no account.
    pub fn quota_account(mut self, account: impl Into<String>) -> Self {
        self.settings.quota_account = Some(account.into());
        self
    }

    /// Sets the outcome of calls while the [`QuotaStore`] does not respond. By default they are
    /// rejected.
    pub fn quota_outage(mut self, outage: QuotaOutage) -> Self {
        self.settings.quota_outage = outage;
        self
    }

    /// Sets the function that recognizes errors that mean that the day's requests are used up. Such an
    /// error stops all calls until 00:00 UTC.
    ///
    /// The service documents a 403 for it, but no code, and a missing permission is a 403 too. By
    /// default the words of the message decide.
    ///
    /// ```
    /// # use comm100::{Client, Credentials};
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
    ///     .quota_classifier(|error| error.status() == 403 && error.code() == Some(403_009))
    ///     .build()?;
    /// # Ok::<(), comm100::Error>(())
    /// ```
    pub fn quota_classifier(
        mut self,
        classifier: impl Fn(&ApiError) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.settings.quota_classifier = Some(Arc::new(classifier));
        self
    }
}
