//! The counts of a client, shared by its clones.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use super::histogram::Histogram;
use super::stats::{KINDS, Latency, Stats};
use crate::error::ErrorKind;

#[derive(Debug, Default)]
pub(crate) struct Counters {
    started: AtomicU64,
    succeeded: AtomicU64,
    cancelled: AtomicU64,
    failed: [AtomicU64; KINDS],
    attempts: AtomicU64,
    retries: AtomicU64,
    calls: Histogram,
    attempted: Histogram,
}

impl Counters {
    pub(super) fn begin(&self) {
        self.started.fetch_add(1, Relaxed);
    }

    pub(super) fn cancel(&self) {
        self.cancelled.fetch_add(1, Relaxed);
    }

    pub(super) fn end(&self, time: Duration, failure: Option<ErrorKind>) {
        self.calls.count(time);
        match failure {
            None => self.succeeded.fetch_add(1, Relaxed),
            Some(kind) => self.failed(kind).fetch_add(1, Relaxed),
        };
    }

    /// Moves a call from the successes to the failures.
    pub(super) fn undecodable(&self, kind: ErrorKind) {
        self.failed(kind).fetch_add(1, Relaxed);
        self.succeeded.fetch_sub(1, Relaxed);
    }

    pub(super) fn attempted(&self, number: u32, time: Duration) {
        self.attempts.fetch_add(1, Relaxed);
        if number > 1 {
            self.retries.fetch_add(1, Relaxed);
        }
        self.attempted.count(time);
    }

    fn failed(&self, kind: ErrorKind) -> &AtomicU64 {
        &self.failed[kind as usize % KINDS]
    }

    pub(crate) fn stats(&self) -> Stats {
        Stats {
            started: self.started.load(Relaxed),
            succeeded: self.succeeded.load(Relaxed),
            cancelled: self.cancelled.load(Relaxed),
            failed: self.failed.each_ref().map(|count| count.load(Relaxed)),
            attempts: self.attempts.load(Relaxed),
            retries: self.retries.load(Relaxed),
            calls: Latency(self.calls.counted()),
            attempted: Latency(self.attempted.counted()),
        }
    }
}
