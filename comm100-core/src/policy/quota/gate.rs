//! What every attempt passes before it is sent.

use std::error::Error as StdError;
use std::sync::Arc;

use http::HeaderMap;
use jiff::Timestamp;

use super::count::Count;
use super::store::{QuotaCount, QuotaKey, QuotaOutage, QuotaStore};
use super::time::{Day, LocalTime, ServiceTime};
use super::{Quota, is_daily_limit};
use crate::error::ApiError;

pub(crate) type Classifier = Arc<dyn Fn(&ApiError) -> bool + Send + Sync>;

/// The quota of a client and all its clones.
pub(crate) struct Gate {
    time: ServiceTime,
    limit: Option<u64>,
    /// What this process counted: the whole count without a store, and what
    /// holds the limit while a store is away.
    local: Count,
    shared: Option<Shared>,
    classifier: Option<Classifier>,
}

/// The count that is shared with other clients.
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn QuotaStore>,
    pub(crate) account: Arc<str>,
    pub(crate) outage: QuotaOutage,
}

/// A counted attempt: when it began here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SentAt(LocalTime);

/// Why an attempt may not be sent.
#[derive(Debug)]
pub(crate) enum QuotaError {
    /// The day is used up.
    Exhausted { resets_at: Timestamp },
    /// The store does not answer.
    Unavailable(Box<dyn StdError + Send + Sync>),
}

impl Gate {
    pub(crate) fn new(
        time: ServiceTime,
        limit: Option<u64>,
        shared: Option<Shared>,
        classifier: Option<Classifier>,
    ) -> Self {
        Self {
            time,
            limit,
            local: Count::default(),
            shared,
            classifier,
        }
    }

    pub(crate) fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// Whether an attempt asks a store, which takes time.
    pub(crate) fn is_shared(&self) -> bool {
        self.shared.is_some()
    }

    /// Counts an attempt where no store is asked.
    pub(crate) fn take(&self) -> Result<SentAt, QuotaError> {
        let local = self.time.local();
        let day = self.time.day(local);
        if self.local.take(day, self.limit) {
            Ok(SentAt(local))
        } else {
            Err(exhausted(day))
        }
    }

    /// Counts an attempt in the store.
    pub(crate) async fn take_shared(&self) -> Result<SentAt, QuotaError> {
        let Some(shared) = &self.shared else {
            return self.take();
        };
        let local = self.time.local();
        let day = self.time.day(local);
        // The service has the last word; no need to ask the store.
        if self.local.read(day).1 {
            return Err(exhausted(day));
        }
        match shared.store.take(&shared.key(day), self.limit).await {
            Ok(true) => {
                self.local.take(day, None);
                Ok(SentAt(local))
            }
            Ok(false) => Err(exhausted(day)),
            Err(error) => match shared.outage {
                QuotaOutage::Refuse => Err(QuotaError::Unavailable(error)),
                QuotaOutage::LetPass if self.local.take(day, self.limit) => Ok(SentAt(local)),
                QuotaOutage::LetPass => Err(exhausted(day)),
            },
        }
    }

    /// Learns the service's time from an answer.
    pub(crate) fn observe_date(&self, headers: &HeaderMap, ticket: SentAt) {
        self.time.observe_date(headers, ticket.0);
    }

    /// Whether an answer tells that the day is used up. If so, it is from now on.
    pub(crate) fn classify(&self, error: &ApiError, headers: &HeaderMap) -> Option<Day> {
        let tells = match &self.classifier {
            Some(classifier) => classifier(error),
            None => is_daily_limit(error.status(), error.code(), error.message()),
        };
        tells.then(|| {
            let day = self.time.day_of_answer(headers);
            self.local.exhaust(day);
            day
        })
    }

    /// Tells all that share the store that the day is used up.
    pub(crate) async fn publish_exhausted(&self, day: Day) {
        if let Some(shared) = &self.shared {
            // If the store is away, this process at least knows.
            let _ = shared.store.exhaust(&shared.key(day)).await;
        }
    }

    pub(crate) async fn read(&self) -> Result<Quota, QuotaError> {
        let day = self.time.today();
        let (used, exhausted) = self.local.read(day);
        let mut count = QuotaCount { used, exhausted };
        if let Some(shared) = &self.shared {
            match shared.store.count(&shared.key(day)).await {
                Ok(stored) => {
                    count.used = stored.used;
                    count.exhausted |= stored.exhausted;
                }
                Err(error) if shared.outage == QuotaOutage::Refuse => {
                    return Err(QuotaError::Unavailable(error));
                }
                Err(_) => {}
            }
        }
        Ok(Quota {
            limit: self.limit,
            used: count.used,
            exhausted: count.exhausted,
            resets_at: day.end(),
        })
    }
}

impl Shared {
    fn key(&self, day: Day) -> QuotaKey {
        QuotaKey::new(Arc::clone(&self.account), day.date())
    }
}

fn exhausted(day: Day) -> QuotaError {
    QuotaError::Exhausted {
        resets_at: day.end(),
    }
}
