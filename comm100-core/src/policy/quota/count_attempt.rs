//! Counting an attempt, and reading the quota, within a deadline; the errors of both.

use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::{Instant, timeout, timeout_at};

use super::gate::Gate;
use super::sent_at::{QuotaError, SentAt};
use super::status::Quota;
use crate::error::{BoxError, Error, ErrorKind, Result};

impl Gate {
    /// Counts one attempt.
    pub(crate) async fn count(&self, deadline: Instant) -> Result<SentAt> {
        let outcome = if self.is_shared() {
            let until = store_deadline(deadline, self.lets_pass());
            match timeout_at(until, self.take_shared()).await {
                Ok(outcome) => outcome,
                Err(_) if self.lets_pass() => self.take(),
                Err(_) => return Err(late_store()),
            }
        } else {
            self.take()
        };
        outcome.map_err(|error| into_error(error, self.limit()))
    }

    /// Returns the state of the quota.
    pub(crate) async fn quota(&self, longest: Duration) -> Result<Quota> {
        if !self.is_shared() {
            return Ok(self.known());
        }
        if Handle::try_current().is_err() {
            return Err(Error::config(
                "the quota's store needs a Tokio runtime; await `quota()` inside one".into(),
            ));
        }
        match timeout(longest, self.read()).await {
            Ok(outcome) => outcome.map_err(|error| into_error(error, self.limit())),
            Err(_) if self.lets_pass() => Ok(self.known()),
            Err(_) => Err(late_store()),
        }
    }
}

/// Returns the time until which a call waits for a store.
pub(crate) fn store_deadline(deadline: Instant, lets_pass: bool) -> Instant {
    if lets_pass {
        halfway(deadline)
    } else {
        deadline
    }
}

/// Returns the time until which a call waits for a store that it can do without: half of the time left.
pub(crate) fn halfway(deadline: Instant) -> Instant {
    let now = Instant::now();
    now + deadline.saturating_duration_since(now) / 2
}

fn into_error(error: QuotaError, limit: Option<u64>) -> Error {
    let (resets_at, cause) = match error {
        QuotaError::LimitReached { resets_at } => {
            let limit = limit.map(|limit| format!(" (`daily_limit` is {limit})"));
            let limit = limit.unwrap_or_default();
            (resets_at, format!("the day's requests are used up{limit}"))
        }
        QuotaError::Exhausted { resets_at } => {
            let cause = "the service said that the day's requests are used up";
            (resets_at, cause.to_owned())
        }
        QuotaError::Unavailable(source) => return store_outage(source),
    };
    let text = format!("{cause}, nothing was sent; call again after {resets_at}");
    Error::new(ErrorKind::QuotaExhausted, text).exhausted_until(resets_at)
}

/// Returns the error of a store that fails.
pub(crate) fn store_outage(source: BoxError) -> Error {
    Error::new(
        ErrorKind::QuotaUnavailable,
        "the quota's store does not answer, nothing was sent; check the store, or let calls pass with `quota_outage(QuotaOutage::LetPass)`".into(),
    )
    .caused_by(source)
}

/// Returns the error of a store that takes too long.
pub(crate) fn late_store() -> Error {
    Error::new(
        ErrorKind::QuotaUnavailable,
        "the quota's store did not answer in time, nothing was sent; check the store".into(),
    )
}
