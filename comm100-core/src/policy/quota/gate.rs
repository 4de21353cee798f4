//! The check that every attempt passes before it is sent.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::count::Count;
use super::day::Day;
use super::sent_at::{QuotaError, SentAt};
use super::shared::Shared;
use super::status::Quota;
use super::store::QuotaOutage;
use super::time::ServiceTime;
use crate::error::ApiError;
use crate::service::limit_message::{LimitResponse, is_daily_limit};

pub(crate) type Classifier = Arc<dyn Fn(&ApiError) -> bool + Send + Sync>;

/// The time that a store has to record that the day is used up.
const PUBLISH_TIMEOUT: Duration = Duration::from_secs(10);

/// The quota of a client and all its clones.
pub(crate) struct Gate {
    time: ServiceTime,
    limit: Option<u64>,
    /// The whole count without a store; with one, the largest count known here.
    local: Count,
    shared: Option<Arc<Shared>>,
    classifier: Option<Classifier>,
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
            shared: shared.map(Arc::new),
            classifier,
        }
    }

    pub(crate) fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// Returns true if an attempt asks a store, which takes time.
    pub(crate) fn is_shared(&self) -> bool {
        self.shared.is_some()
    }

    /// Counts an attempt in this process.
    pub(crate) fn take(&self) -> Result<SentAt, QuotaError> {
        let sent_at = self.sent_at();
        let taken = self.local.take(sent_at.day, self.limit, sent_at.local);
        sent_at.with(taken)
    }

    /// Counts an attempt in the store.
    pub(crate) async fn take_shared(&self) -> Result<SentAt, QuotaError> {
        match &self.shared {
            Some(shared) => shared.take(&self.local, self.limit, self.sent_at()).await,
            None => self.take(),
        }
    }

    fn sent_at(&self) -> SentAt {
        let local = self.time.local();
        SentAt::new(local, self.time.day(local))
    }

    /// Reads the service's time from a response.
    pub(crate) fn observe_date(&self, status: StatusCode, headers: &HeaderMap, sent_at: SentAt) {
        self.time.observe_date(status, headers, sent_at.local);
    }

    /// Returns the day that a response says is used up, and refuses it from now on.
    pub(crate) fn classify(
        &self,
        error: &ApiError,
        headers: &HeaderMap,
        retry_after: Option<Duration>,
        sent_at: SentAt,
    ) -> Option<Day> {
        let day = self.time.day_of_refusal(headers, sent_at.local);
        let is_limit = match &self.classifier {
            Some(classifier) => classifier(error),
            None => is_daily_limit(&LimitResponse {
                status: error.status(),
                code: error.code(),
                name: error.name(),
                message: error.message(),
                retry_after,
                until_reset: self.time.until_end(day),
            }),
        };
        is_limit.then(|| {
            self.local.exhaust(day, self.time.local());
            if let Some(shared) = &self.shared {
                shared.exhausted(day);
            }
            day
        })
    }

    /// Records in the store, for all that share it, that the day is used up.
    ///
    /// This is a task, so that it completes if the call's deadline ends meanwhile. If the store is
    /// unreachable, the next attempt records it.
    pub(crate) async fn publish_exhausted(&self, day: Day) {
        if let Some(shared) = &self.shared {
            let shared = Arc::clone(shared);
            let now = self.time.local();
            let published = tokio::spawn(async move {
                let publish = shared.publish_exhausted(day, now);
                let _ = tokio::time::timeout(PUBLISH_TIMEOUT, publish).await;
            });
            let _ = published.await;
        }
    }

    /// Admits requests again after a probe that succeeded.
    pub(crate) async fn readmit(&self, sent_at: SentAt) {
        self.local.readmit(sent_at.day);
        if let Some(shared) = &self.shared {
            shared.readmit(sent_at.day).await;
        }
    }

    /// Returns the state of the quota as the store knows it.
    pub(crate) async fn read(&self) -> Result<Quota, QuotaError> {
        let Some(shared) = &self.shared else {
            return Ok(self.known());
        };
        let day = self.time.today();
        let (used, exhausted) = shared.read(&self.local, day).await?;
        Ok(Quota::new(self.limit, used, exhausted, day.end()))
    }

    /// Returns the state of the quota as this process knows it.
    pub(crate) fn known(&self) -> Quota {
        let day = self.time.today();
        let (used, exhausted) = self.local.read(day);
        Quota::new(self.limit, used, exhausted, day.end())
    }

    /// Returns true if calls pass while the store does not respond.
    pub(super) fn lets_pass(&self) -> bool {
        let shared = self.shared.as_ref();
        shared.is_some_and(|shared| shared.outage() == QuotaOutage::LetPass)
    }
}
