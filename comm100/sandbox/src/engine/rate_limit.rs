//! The number of requests that are allowed in any window of a length.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A limit, and the requests that it allowed within the last window.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    requests: usize,
    per: Duration,
    allowed: Mutex<VecDeque<Instant>>,
}

impl RateLimiter {
    pub(crate) fn new(requests: usize, per: Duration) -> Self {
        Self {
            requests,
            per,
            allowed: Mutex::default(),
        }
    }

    /// Allows a request, or returns the time until one is allowed.
    pub(crate) fn check(&self, now: Instant) -> Result<(), Duration> {
        let mut allowed = self.allowed.lock().unwrap_or_else(PoisonError::into_inner);
        while allowed
            .front()
            .is_some_and(|first| now.saturating_duration_since(*first) >= self.per)
        {
            allowed.pop_front();
        }
        match allowed.front() {
            Some(first) if allowed.len() >= self.requests => Err(self
                .per
                .saturating_sub(now.saturating_duration_since(*first))),
            None if self.requests == 0 => Err(self.per),
            _ => {
                allowed.push_back(now);
                Ok(())
            }
        }
    }
}
