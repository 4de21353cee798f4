//! The settings of retries, of what is in flight, and of the day's quota.

use std::fmt;
use std::sync::Arc;

use tokio::sync::Semaphore;
use url::Url;

use super::ClientBuilder;
use crate::auth::Credentials;
use crate::error::{ApiError, Error, Result};
use crate::policy::clock::{Clock, SystemClock};
use crate::policy::quota::{Gate, QuotaOutage, QuotaStore, ServiceTime, Shared, account_key};
use crate::policy::retry::RetryPolicy;
use crate::policy::settings::Settings;

type Classifier = Box<dyn Fn(&ApiError) -> bool + Send + Sync>;

/// What the builder collects for the [`Gate`].
#[derive(Default)]
pub(super) struct QuotaSettings {
    store: Option<Box<dyn QuotaStore>>,
    account: Option<String>,
    outage: QuotaOutage,
    classifier: Option<Classifier>,
    clock: Option<Arc<dyn Clock>>,
}

impl ClientBuilder {
    /// When a failed call is tried again; see [`RetryPolicy`] for the defaults.
    /// [`RetryPolicy::off()`] tries every call once.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = policy;
        self
    }

    /// How many attempts of this client and its clones may be in flight at
    /// once; without limit by default. The others wait their turn, first come,
    /// first served, within their limits of time.
    pub fn max_in_flight(mut self, attempts: usize) -> Self {
        self.settings.max_in_flight = Some(attempts);
        self
    }

    /// The requests that the account may send in a day of UTC; without limit by
    /// default, since the service does not document its own.
    ///
    /// Every attempt is counted before it is sent. Beyond the limit calls fail
    /// with [`QuotaExhausted`](crate::ErrorKind::QuotaExhausted), and nothing is sent, until
    /// 00:00 UTC.
    pub fn daily_limit(mut self, requests: u64) -> Self {
        self.settings.daily_limit = Some(requests);
        self
    }

    /// Where the day's requests are counted; by default in the memory of this
    /// client and its clones.
    pub fn quota_store(mut self, store: impl QuotaStore) -> Self {
        self.quota.store = Some(Box::new(store));
        self
    }

    /// The name of the account in a [`QuotaStore`]. Give it if several agents of
    /// one account share the store: the service's limit is the account's. By
    /// default it is made of the host and the agent's email.
    pub fn quota_account(mut self, account: impl Into<String>) -> Self {
        self.quota.account = Some(account.into());
        self
    }

    /// What becomes of calls while the [`QuotaStore`] does not answer: by
    /// default they are refused.
    pub fn quota_outage(mut self, outage: QuotaOutage) -> Self {
        self.quota.outage = outage;
        self
    }

    /// Tells which errors of the service say that the day's requests are used
    /// up; such an error stops all calls until 00:00 UTC.
    ///
    /// The service documents a 403 for it, but no code, and answers a missing
    /// permission with 403 too. By default the words of the message decide.
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
        tells: impl Fn(&ApiError) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.quota.classifier = Some(Box::new(tells));
        self
    }

    /// The clock that tells the day, and the sleep between attempts; the
    /// machine's own by default.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.quota.clock = Some(Arc::new(clock));
        self
    }
}

/// Refuses limits with which no call would succeed.
pub(super) fn validate(settings: &Settings) -> Result<()> {
    settings.retry.validate().map_err(Error::config)?;
    if settings.daily_limit == Some(0) {
        return Err(Error::config(
            "`daily_limit` is 0, which would refuse every call; give the account's limit, or leave it out".into(),
        ));
    }
    match settings.max_in_flight {
        Some(0) => Err(Error::config(
            "`max_in_flight` is 0, with which no call would begin; give at least 1".into(),
        )),
        Some(most) if most > Semaphore::MAX_PERMITS => Err(Error::config(format!(
            "`max_in_flight` is {most}; give at most {}, or leave it out",
            Semaphore::MAX_PERMITS
        ))),
        _ => Ok(()),
    }
}

impl QuotaSettings {
    pub(super) fn gate(
        self,
        origin: &Url,
        credentials: &Credentials,
        limit: Option<u64>,
    ) -> Result<Gate> {
        let account = match self.account {
            Some(account) if account.is_empty() || account.contains(['{', '}']) => {
                return Err(Error::config(
                    "`quota_account` is empty or holds a brace; give a name of letters, digits and `-`".into(),
                ));
            }
            Some(account) => account,
            None => account_key(origin.host_str().unwrap_or_default(), credentials.email()),
        };
        let shared = self.store.map(|store| Shared {
            store,
            account: account.into(),
            outage: self.outage,
        });
        let clock = self.clock.unwrap_or_else(|| Arc::new(SystemClock));
        Ok(Gate::new(
            ServiceTime::new(clock),
            limit,
            shared,
            self.classifier,
        ))
    }
}

impl fmt::Debug for QuotaSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("QuotaSettings")
            .field("store", &self.store.is_some())
            .field("account", &self.account)
            .field("outage", &self.outage)
            .finish_non_exhaustive()
    }
}
