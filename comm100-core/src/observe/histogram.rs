//! Latencies in buckets that grow with them, counted without a lock.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// The number of buckets for each doubling of the latency: a quantile is at most an eighth too large.
const STEPS: u64 = 8;
/// The bits of `STEPS - 1`.
const STEP_BITS: u32 = STEPS.trailing_zeros();
/// The last doubling, of microseconds: it ends after 12 days, and no call takes longer than one.
const LAST: u32 = 39;
const BUCKETS: usize = bucket_of(u64::MAX) + 1;

#[derive(Debug)]
pub(super) struct Histogram {
    buckets: Box<[AtomicU64]>,
    sum: AtomicU64,
    most: AtomicU64,
}

/// Returns the number of the bucket of a latency in microseconds.
#[expect(
    clippy::cast_possible_truncation,
    reason = "all of them are less than the number of buckets"
)]
const fn bucket_of(micros: u64) -> usize {
    if micros < STEPS {
        return micros as usize;
    }
    let doubling = micros.ilog2();
    let (doubling, step) = if doubling > LAST {
        (LAST, STEPS - 1)
    } else {
        (doubling, (micros >> (doubling - STEP_BITS)) & (STEPS - 1))
    };
    ((doubling - STEP_BITS + 1) as u64 * STEPS + step) as usize
}

/// Returns the largest latency of a bucket, in microseconds.
pub(super) fn end_of(bucket: usize) -> u64 {
    let bucket = bucket as u64;
    if bucket < STEPS {
        return bucket;
    }
    let doubling = bucket / STEPS - 1;
    ((STEPS + bucket % STEPS + 1) << doubling) - 1
}

/// A snapshot of the counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) buckets: Vec<u64>,
    pub(super) sum: Duration,
    pub(super) most: Duration,
}

impl Default for Histogram {
    fn default() -> Self {
        Self {
            buckets: (0..BUCKETS).map(|_| AtomicU64::new(0)).collect(),
            sum: AtomicU64::new(0),
            most: AtomicU64::new(0),
        }
    }
}

impl Histogram {
    pub(super) fn count(&self, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        if let Some(bucket) = self.buckets.get(bucket_of(micros)) {
            bucket.fetch_add(1, Relaxed);
        }
        self.sum.fetch_add(micros, Relaxed);
        self.most.fetch_max(micros, Relaxed);
    }

    pub(super) fn counted(&self) -> Counted {
        Counted {
            buckets: self.buckets.iter().map(|b| b.load(Relaxed)).collect(),
            sum: Duration::from_micros(self.sum.load(Relaxed)),
            most: Duration::from_micros(self.most.load(Relaxed)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_latency_is_in_the_bucket_that_ends_at_most_an_eighth_behind_it() {
        let near_powers = (0..40).flat_map(|bit| {
            let power = 1_u64 << bit;
            [power.saturating_sub(1), power, power + 1, power + power / 3]
        });
        for micros in (0..5_000).chain(near_powers) {
            let bucket = bucket_of(micros);
            let end = end_of(bucket);
            assert!(
                micros <= end,
                "{micros} is after the end of bucket {bucket}, {end}"
            );
            assert!(end - micros <= micros / 8, "{micros} is far from {end}");
            assert!(bucket == 0 || end_of(bucket - 1) < micros, "{micros}");
        }
        assert!(bucket_of(u64::MAX) < BUCKETS);
        assert_eq!(bucket_of((1 << 40) - 1), BUCKETS - 1);
    }
}
