//! The counts of a client, as its users see them.

use std::fmt;
use std::time::Duration;

use super::histogram::{self, Counted};
use crate::error::ErrorKind;

/// Room for more kinds of error than there are.
pub(super) const KINDS: usize = 16;

/// The counts of a client and its clones since it was built; from
/// [`Client::stats`](crate::Client::stats).
///
/// The counts are taken one after the other, while other threads go on counting: their sums may be
/// off by the calls of that moment.
#[derive(Clone, PartialEq, Eq)]
pub struct Stats {
    pub(super) started: u64,
    pub(super) succeeded: u64,
    pub(super) cancelled: u64,
    pub(super) failed: [u64; KINDS],
    pub(super) attempts: u64,
    pub(super) retries: u64,
    pub(super) calls: Latency,
    pub(super) attempted: Latency,
}

impl Stats {
    /// Returns the number of calls that succeeded. Each page of a stream is a call.
    #[must_use]
    pub fn succeeded(&self) -> u64 {
        self.succeeded
    }

    /// Returns the number of calls that failed. A parameter that cannot be sent is not counted, since
    /// it makes no call; a file that cannot be opened is counted, since the call opens it.
    #[must_use]
    pub fn failed(&self) -> u64 {
        self.failed.iter().sum()
    }

    /// Returns the number of calls that failed with this kind of error.
    #[must_use]
    pub fn failed_with(&self, kind: ErrorKind) -> u64 {
        self.failed[kind as usize % KINDS]
    }

    /// Returns the number of calls that were dropped before they ended.
    #[must_use]
    pub fn cancelled(&self) -> u64 {
        self.cancelled
    }

    /// Returns the number of calls in flight.
    #[must_use]
    pub fn in_flight(&self) -> u64 {
        let over = self.succeeded + self.failed() + self.cancelled;
        self.started.saturating_sub(over)
    }

    /// Returns the number of finished attempts, retries included.
    #[must_use]
    pub fn attempts(&self) -> u64 {
        self.attempts
    }

    /// Returns the number of attempts that were not the first of their call.
    #[must_use]
    pub fn retries(&self) -> u64 {
        self.retries
    }

    /// Returns the latency of calls, including attempts and waits, without decoding.
    #[must_use]
    pub fn call_latency(&self) -> &Latency {
        &self.calls
    }

    /// Returns the latency of attempts, from the start of the request to the response's last byte.
    #[must_use]
    pub fn attempt_latency(&self) -> &Latency {
        &self.attempted
    }
}

impl fmt::Debug for Stats {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Stats")
            .field("succeeded", &self.succeeded())
            .field("failed", &self.failed())
            .field("cancelled", &self.cancelled())
            .field("in_flight", &self.in_flight())
            .field("attempts", &self.attempts())
            .field("retries", &self.retries())
            .field("call_latency", &self.calls)
            .field("attempt_latency", &self.attempted)
            .finish_non_exhaustive()
    }
}

/// The distribution of latencies.
#[derive(Clone, PartialEq, Eq)]
pub struct Latency(pub(super) Counted);

impl Latency {
    /// Returns the number of measurements.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.buckets.iter().sum()
    }

    /// Returns the mean; `None` if none was measured.
    #[must_use]
    pub fn mean(&self) -> Option<Duration> {
        let micros = u64::try_from(self.0.sum.as_micros()).ok()?;
        micros.checked_div(self.count()).map(Duration::from_micros)
    }

    /// Returns the longest one; `None` if none was measured.
    #[must_use]
    pub fn max(&self) -> Option<Duration> {
        (self.count() > 0).then_some(self.0.most)
    }

    /// Returns the latency that a part of them, from 0 to 1, does not exceed: `quantile(0.99)`. It is
    /// up to an eighth too long. `None` if none was measured.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rank may be off by one in 2^53"
    )]
    pub fn quantile(&self, part: f64) -> Option<Duration> {
        let count = self.count();
        let rank = (part.clamp(0.0, 1.0) * count as f64).ceil().max(1.0) as u64;
        let mut passed = 0;
        for (bucket, counted) in self.0.buckets.iter().enumerate() {
            passed += counted;
            if passed >= rank {
                let end = Duration::from_micros(histogram::end_of(bucket));
                return Some(end.min(self.0.most));
            }
        }
        None
    }
}

impl fmt::Debug for Latency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("Latency");
        debug.field("count", &self.count());
        if let (Some(mean), Some(max)) = (self.mean(), self.max()) {
            debug.field("mean", &mean);
            for (name, part) in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99)] {
                debug.field(name, &self.quantile(part).unwrap_or(max));
            }
            debug.field("max", &max);
        }
        debug.finish()
    }
}
