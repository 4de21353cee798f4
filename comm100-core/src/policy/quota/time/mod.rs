//! The service's time: the local clock, corrected by the `Date` of responses.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use http::header::{AGE, DATE};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;

use super::day::{Day, LocalTime, MILLISECONDS_OF_A_DAY};
use super::offsets::{Offsets, SECOND};
use crate::policy::clock::Clock;

/// The largest distance between a refusal's `Date` and the known time at which it names the day.
const NEAR: i64 = 60 * SECOND;

/// The clock, with the offset of the service's clock.
pub(crate) struct ServiceTime {
    clock: Arc<dyn Clock>,
    /// Milliseconds to add to the local time.
    offset: AtomicI64,
    /// The local second in which a `Date` last agreed, or was too far off to count: once per second
    /// is enough.
    checked: AtomicI64,
    /// Another offset, seen in one response: a second one must confirm it.
    unconfirmed: Mutex<Option<Offsets>>,
}

impl ServiceTime {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            offset: AtomicI64::new(0),
            checked: AtomicI64::new(i64::MIN),
            unconfirmed: Mutex::new(None),
        }
    }

    pub(crate) fn local(&self) -> LocalTime {
        LocalTime::of_milliseconds(self.clock.now().as_millisecond())
    }

    /// Returns the service's time when it was `local` here, in milliseconds since 1970.
    fn at_service(&self, local: LocalTime) -> i64 {
        local
            .milliseconds()
            .saturating_add(self.offset.load(Ordering::Relaxed))
    }

    /// Returns the service's time now.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.at_service(self.local())).unwrap_or(Timestamp::MAX)
    }

    /// Returns the day at the service when it was `local` here.
    pub(crate) fn day(&self, local: LocalTime) -> Day {
        Day::of_milliseconds(self.at_service(local))
    }

    pub(crate) fn today(&self) -> Day {
        self.day(self.local())
    }

    /// Returns the time that is left of a day.
    pub(crate) fn until_end(&self, day: Day) -> Duration {
        let left = day.end().duration_since(self.now());
        Duration::try_from(left).unwrap_or_default()
    }

    /// Reads the `Date` of a response to a request that was sent at `sent`.
    ///
    /// The offset changes only when two responses agree on another one, of at
    /// most 24 hours, and only as far as they require: a good clock is never
    /// made worse, and a wrong `Date` changes nothing.
    pub(crate) fn observe_date(&self, status: StatusCode, headers: &HeaderMap, sent: LocalTime) {
        let second = sent.milliseconds().div_euclid(SECOND);
        if self.checked.load(Ordering::Relaxed) == second {
            return;
        }
        // Proxies have their own clocks, and send 3xx and 5xx themselves.
        if status.is_server_error() || status.is_redirection() {
            return;
        }
        let seen = service_date(headers).and_then(|date| Offsets::new(date, sent, self.local()));
        let Some(seen) = seen else {
            return;
        };
        if seen.nearest(0).abs() > MILLISECONDS_OF_A_DAY {
            self.checked.store(second, Ordering::Relaxed);
            return;
        }
        let offset = self.offset.load(Ordering::Relaxed);
        let mut unconfirmed = self
            .unconfirmed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let confirmed = if seen.nearest(offset) == offset {
            offset
        } else if let Some(common) = unconfirmed.and_then(|earlier| earlier.common(seen)) {
            common.nearest(offset)
        } else {
            *unconfirmed = Some(seen);
            return;
        };
        *unconfirmed = None;
        self.offset.store(confirmed, Ordering::Relaxed);
        self.checked.store(second, Ordering::Relaxed);
    }

    /// Returns the service's day of a refusal: that of its `Date` if it is near the
    /// known time, else that of the known time.
    pub(crate) fn day_of_refusal(&self, headers: &HeaderMap, sent: LocalTime) -> Day {
        let now = self.local();
        let known =
            self.at_service(sent).saturating_sub(NEAR)..=self.at_service(now).saturating_add(NEAR);
        match service_date(headers) {
            Some(date) if known.contains(&date) => Day::of_milliseconds(date),
            _ => self.day(now),
        }
    }
}

/// Returns the response's `Date` in milliseconds, unless it comes from a cache (`Age`).
fn service_date(headers: &HeaderMap) -> Option<i64> {
    let date = headers.get(DATE)?.to_str().ok()?;
    if headers.contains_key(AGE) {
        return None;
    }
    let date = httpdate::parse_http_date(date).ok()?;
    let since = date.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

#[cfg(test)]
mod tests;
