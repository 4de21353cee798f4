//! The count that several clients share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use jiff::Timestamp;

use super::count::{Count, Taken};
use super::day::{Day, LocalTime};
use super::sent_at::{QuotaError, SentAt};
use super::store::{Admission, QuotaKey, QuotaOutage, QuotaRequest, QuotaStore};
use crate::error::BoxError;

const NO_DAY: i64 = i64::MIN;

/// A store, and what this process knows that the store may not.
pub(crate) struct Shared {
    store: Arc<dyn QuotaStore>,
    account: Arc<str>,
    outage: QuotaOutage,
    /// The day whose refusal is not yet recorded in the store.
    unpublished: AtomicI64,
    /// The store has no `admit`, so that it cannot remove a mark either.
    is_plain: AtomicBool,
    /// The day whose mark in such a store is wrong.
    disproved: AtomicI64,
    /// The requests of that day that the store did not count.
    uncounted: Count,
}

impl Shared {
    pub(crate) fn new(store: Arc<dyn QuotaStore>, account: Arc<str>, outage: QuotaOutage) -> Self {
        Self {
            store,
            account,
            outage,
            unpublished: AtomicI64::new(NO_DAY),
            is_plain: AtomicBool::new(false),
            disproved: AtomicI64::new(NO_DAY),
            uncounted: Count::default(),
        }
    }

    pub(super) fn outage(&self) -> QuotaOutage {
        self.outage
    }

    /// Counts an attempt.
    pub(super) async fn take(
        &self,
        local: &Count,
        limit: Option<u64>,
        sent_at: SentAt,
    ) -> Result<SentAt, QuotaError> {
        let SentAt {
            day, local: now, ..
        } = sent_at;
        let (known, refused) = local.read(day);
        if refused
            && is(&self.unpublished, day)
            && let Err(error) = self.publish_exhausted(day, now).await
        {
            return self.during_outage(local, limit, sent_at, error);
        }
        let request = QuotaRequest {
            limit,
            known,
            now: timestamp(now),
        };
        let taken = match self.store.admit(&self.key(day), request).await {
            Ok(Admission::Counted { used }) => {
                local.raise(day, used);
                if refused {
                    // Another client's probe succeeded.
                    local.readmit(day);
                }
                Taken::Counted
            }
            Ok(Admission::Probe { used }) => {
                local.raise(day, used);
                Taken::Probe
            }
            Ok(Admission::LimitReached) => Taken::LimitReached,
            Ok(Admission::Exhausted) => {
                if !refused {
                    // For the time when the store is unavailable.
                    local.exhaust(day, now);
                }
                Taken::Exhausted
            }
            Ok(Admission::Unsupported) => match self.take_plainly(local, limit, sent_at).await {
                Ok(taken) => taken,
                Err(error) => return self.during_outage(local, limit, sent_at, error),
            },
            Err(error) => return self.during_outage(local, limit, sent_at, error),
        };
        sent_at.with(taken)
    }

    /// Counts an attempt in a store without `admit`: this process keeps the
    /// interval of its probes itself.
    async fn take_plainly(
        &self,
        local: &Count,
        limit: Option<u64>,
        sent_at: SentAt,
    ) -> Result<Taken, BoxError> {
        let SentAt {
            day, local: now, ..
        } = sent_at;
        self.is_plain.store(true, Ordering::Relaxed);
        let (known, refused) = local.read(day);
        if refused {
            let taken = local.take(day, limit, now);
            if taken == Taken::Probe {
                self.uncounted.take(day, None, now);
            }
            return Ok(taken);
        }
        if limit.is_some_and(|limit| known >= limit) {
            return Ok(Taken::LimitReached);
        }
        let key = self.key(day);
        if self.store.take(&key, limit).await? {
            local.take(day, None, now);
            return Ok(Taken::Counted);
        }
        let count = self.store.count(&key).await?;
        if count.exhausted && is(&self.disproved, day) {
            let room = limit.map(|limit| limit.saturating_sub(count.used));
            return Ok(self.uncounted.take(day, room, now));
        }
        if count.exhausted {
            local.exhaust(day, now);
            return Ok(Taken::Exhausted);
        }
        Ok(Taken::LimitReached)
    }

    fn during_outage(
        &self,
        local: &Count,
        limit: Option<u64>,
        sent_at: SentAt,
        error: BoxError,
    ) -> Result<SentAt, QuotaError> {
        match self.outage {
            QuotaOutage::LetPass => sent_at.with(local.take(sent_at.day, limit, sent_at.local)),
            QuotaOutage::Refuse if local.read(sent_at.day).1 => sent_at.with(Taken::Exhausted),
            QuotaOutage::Refuse => Err(QuotaError::Unavailable(error)),
        }
    }

    /// Records that the service refuses the day, before the store knows.
    pub(super) fn exhausted(&self, day: Day) {
        self.unpublished.store(day.number(), Ordering::Relaxed);
        self.disproved.store(NO_DAY, Ordering::Relaxed);
    }

    /// Marks the day in the store.
    pub(super) async fn publish_exhausted(&self, day: Day, now: LocalTime) -> Result<(), BoxError> {
        self.store
            .exhaust_at(&self.key(day), timestamp(now))
            .await?;
        let _ = self.unpublished.compare_exchange(
            day.number(),
            NO_DAY,
            Ordering::Relaxed,
            Ordering::Relaxed,
        );
        Ok(())
    }

    /// Removes the day's mark.
    pub(super) async fn readmit(&self, day: Day) {
        self.unpublished.store(NO_DAY, Ordering::Relaxed);
        if self.is_plain.load(Ordering::Relaxed) {
            self.disproved.store(day.number(), Ordering::Relaxed);
        }
        // If the store is unavailable, its mark lasts until the next probe.
        let _ = self.store.readmit(&self.key(day)).await;
    }

    /// Returns the day's requests, and whether the service refuses the day.
    pub(super) async fn read(&self, local: &Count, day: Day) -> Result<(u64, bool), QuotaError> {
        let (known, refused) = local.read(day);
        match self.store.count(&self.key(day)).await {
            Ok(stored) => {
                let (uncounted, _) = self.uncounted.read(day);
                let used = known.max(stored.used.saturating_add(uncounted));
                let is_marked = stored.exhausted && !is(&self.disproved, day);
                Ok((used, is_marked || (refused && is(&self.unpublished, day))))
            }
            Err(error) if self.outage == QuotaOutage::Refuse => Err(QuotaError::Unavailable(error)),
            Err(_) => Ok((known, refused)),
        }
    }

    fn key(&self, day: Day) -> QuotaKey {
        QuotaKey::new(Arc::clone(&self.account), day.date())
    }
}

fn is(stored: &AtomicI64, day: Day) -> bool {
    stored.load(Ordering::Relaxed) == day.number()
}

fn timestamp(time: LocalTime) -> Timestamp {
    Timestamp::from_millisecond(time.milliseconds()).unwrap_or(Timestamp::MAX)
}
