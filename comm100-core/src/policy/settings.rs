//! The settings of a client, as its builder collects them.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::error::{Error, Result};
use crate::policy::clock::{Clock, SystemClock};
use crate::policy::quota::{Classifier, QuotaOutage, QuotaStore, RateLimit};
use crate::policy::retry::RetryPolicy;

/// The longest timeout that can be set.
pub(crate) const LONGEST_TIMEOUT: Duration = Duration::from_secs(24 * 60 * 60);

/// The most requests of a rate limit, each of which takes memory.
const MOST_REQUESTS: u32 = 1_000_000;

/// Checked when the client is built.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) connect_timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) max_in_flight: Option<usize>,
    pub(crate) retry: RetryPolicy,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) daily_limit: Option<u64>,
    pub(crate) rate_limit: Option<RateLimit>,
    pub(crate) rate_group: Option<String>,
    pub(crate) quota_store: Option<Arc<dyn QuotaStore>>,
    pub(crate) quota_account: Option<String>,
    pub(crate) quota_outage: QuotaOutage,
    pub(crate) quota_classifier: Option<Classifier>,
}

impl Settings {
    /// Rejects settings with which no call would succeed.
    pub(crate) fn validate(&self) -> Result<()> {
        self.retry.validate().map_err(Error::config)?;
        if self.daily_limit == Some(0) {
            return Err(Error::config(
                "`daily_limit` is 0, which would reject every call; set the account's limit, or leave it out".into(),
            ));
        }
        match self.max_in_flight {
            Some(0) => {
                return Err(Error::config(
                    "`max_in_flight` is 0, so no call would start; set at least 1".into(),
                ));
            }
            Some(most) if most > Semaphore::MAX_PERMITS => {
                return Err(Error::config(format!(
                    "`max_in_flight` is {most}; set at most {}, or leave it out",
                    Semaphore::MAX_PERMITS
                )));
            }
            _ => {}
        }
        for (name, timeout) in [
            ("connect_timeout", self.connect_timeout),
            ("attempt_timeout", self.attempt_timeout),
            ("timeout", self.timeout),
        ] {
            if timeout.is_zero() || timeout > LONGEST_TIMEOUT {
                return Err(Error::config(format!(
                    "`{name}` is {timeout:?}; set more than zero and at most 24 hours"
                )));
            }
        }
        if self.max_response_bytes == 0 {
            return Err(Error::config(
                "`max_response_bytes` is 0; set the size in bytes of the largest body to read"
                    .into(),
            ));
        }
        for (name, text) in [
            ("quota_account", &self.quota_account),
            ("rate_group", &self.rate_group),
        ] {
            if let Some(text) = text
                && (text.is_empty() || text.contains(['{', '}']))
            {
                return Err(Error::config(format!(
                    "`{name}` is empty or contains a brace; set a name of letters, digits and `-`"
                )));
            }
        }
        self.validate_rate_limit()
    }

    fn validate_rate_limit(&self) -> Result<()> {
        match self.rate_limit {
            Some(RateLimit { requests, .. }) if requests == 0 || requests > MOST_REQUESTS => {
                Err(Error::config(format!(
                    "`rate_limit` has {requests} requests; set at least 1 and at most {MOST_REQUESTS}"
                )))
            }
            Some(RateLimit { per, .. }) if per.is_zero() || per > LONGEST_TIMEOUT => {
                Err(Error::config(format!(
                    "`rate_limit` has a time of {per:?}; set more than zero and at most 24 hours"
                )))
            }
            _ => Ok(()),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            attempt_timeout: Duration::from_secs(30),
            timeout: Duration::from_secs(90),
            max_response_bytes: 32 * 1024 * 1024,
            max_in_flight: None,
            retry: RetryPolicy::new(),
            clock: Arc::new(SystemClock),
            daily_limit: None,
            rate_limit: None,
            rate_group: None,
            quota_store: None,
            quota_account: None,
            quota_outage: QuotaOutage::default(),
            quota_classifier: None,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("connect_timeout", &self.connect_timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("timeout", &self.timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("max_in_flight", &self.max_in_flight)
            .field("daily_limit", &self.daily_limit)
            .field("retry", &self.retry)
            .field("rate_limit", &self.rate_limit)
            .field("rate_group", &self.rate_group)
            .field("quota_store", &self.quota_store.is_some())
            .field("quota_account", &self.quota_account)
            .field("quota_outage", &self.quota_outage)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Set = fn(&mut Settings);

    const SECOND: Duration = Duration::from_secs(1);
    const LONGER: Duration = LONGEST_TIMEOUT.saturating_add(Duration::from_nanos(1));

    fn rejection(set: Set) -> Option<String> {
        let mut settings = Settings::default();
        set(&mut settings);
        settings.validate().err().map(|error| error.to_string())
    }

    #[test]
    fn settings_are_accepted_up_to_their_limits() {
        let accepted: [Set; 9] = [
            |_| (),
            |settings| settings.daily_limit = Some(1),
            |settings| settings.max_in_flight = Some(1),
            |settings| settings.max_in_flight = Some(Semaphore::MAX_PERMITS),
            |settings| settings.timeout = LONGEST_TIMEOUT,
            |settings| settings.max_response_bytes = 1,
            |settings| settings.rate_limit = Some(RateLimit::new(1, LONGEST_TIMEOUT)),
            |settings| settings.rate_limit = Some(RateLimit::new(MOST_REQUESTS, SECOND)),
            |settings| {
                settings.quota_account = Some("desk-1".to_owned());
                settings.rate_group = Some("desk-1".to_owned());
            },
        ];
        for set in accepted {
            assert_eq!(rejection(set), None);
        }
    }

    #[test]
    fn settings_beyond_their_limits_are_rejected_by_name() {
        let rejected: [(&str, Set); 17] = [
            ("daily_limit", |settings| settings.daily_limit = Some(0)),
            ("max_in_flight", |settings| settings.max_in_flight = Some(0)),
            ("max_in_flight", |settings| {
                settings.max_in_flight = Some(Semaphore::MAX_PERMITS + 1);
            }),
            ("connect_timeout", |settings| {
                settings.connect_timeout = Duration::ZERO;
            }),
            ("connect_timeout", |settings| {
                settings.connect_timeout = LONGER;
            }),
            ("attempt_timeout", |settings| {
                settings.attempt_timeout = Duration::ZERO;
            }),
            ("attempt_timeout", |settings| {
                settings.attempt_timeout = LONGER;
            }),
            ("timeout", |settings| settings.timeout = Duration::ZERO),
            ("timeout", |settings| settings.timeout = LONGER),
            ("max_response_bytes", |settings| {
                settings.max_response_bytes = 0;
            }),
            ("quota_account", |settings| {
                settings.quota_account = Some(String::new());
            }),
            ("quota_account", |settings| {
                settings.quota_account = Some("a{b".into());
            }),
            ("rate_group", |settings| {
                settings.rate_group = Some("a}b".into());
            }),
            ("rate_limit", |settings| {
                settings.rate_limit = Some(RateLimit::new(0, SECOND));
            }),
            ("rate_limit", |settings| {
                settings.rate_limit = Some(RateLimit::new(MOST_REQUESTS + 1, SECOND));
            }),
            ("rate_limit", |settings| {
                settings.rate_limit = Some(RateLimit::new(1, Duration::ZERO));
            }),
            ("rate_limit", |settings| {
                settings.rate_limit = Some(RateLimit::new(1, LONGER));
            }),
        ];
        for (name, set) in rejected {
            let error = rejection(set).unwrap();
            assert!(error.contains(&format!("`{name}`")), "{name}: {error}");
        }
    }
}
