//! What an attempt waits for before it begins: a place among those in flight,
//! and the day's quota.

use tokio::sync::SemaphorePermit;
use tokio::time::{Instant, timeout_at};

use crate::client::Inner;
use crate::error::{Error, ErrorKind, Result};
use crate::policy::quota::{Quota, QuotaError, SentAt};

/// A place among those that may be in flight, first come, first served.
pub(super) async fn permit(
    inner: &Inner,
    deadline: Instant,
) -> Result<Option<SemaphorePermit<'_>>> {
    let Some(in_flight) = &inner.in_flight else {
        return Ok(None);
    };
    // A free place means that nobody waits, so that this overtakes nobody.
    if let Ok(permit) = in_flight.try_acquire() {
        return Ok(Some(permit));
    }
    match timeout_at(deadline, in_flight.acquire()).await {
        Ok(Ok(permit)) => Ok(Some(permit)),
        // It is never closed.
        Ok(Err(_)) => Ok(None),
        Err(_) => Err(too_late()),
    }
}

/// The time is over before anything was sent.
pub(super) fn too_late() -> Error {
    Error::new(
        ErrorKind::Timeout,
        "timed out waiting for a free place; see `timeout` and `max_in_flight`".into(),
    )
}

/// Counts one attempt.
pub(super) async fn quota(inner: &Inner, deadline: Instant) -> Result<SentAt> {
    let quota = &inner.quota;
    let outcome = if quota.is_shared() {
        match timeout_at(deadline, quota.take_shared()).await {
            Ok(outcome) => outcome,
            Err(_) => return Err(late_store()),
        }
    } else {
        quota.take()
    };
    outcome.map_err(|refused| refusal(refused, quota.limit()))
}

fn refusal(refused: QuotaError, limit: Option<u64>) -> Error {
    match refused {
        QuotaError::Exhausted { resets_at } => {
            let text = match limit {
                Some(limit) => format!(
                    "the day's requests are used up (`daily_limit` is {limit}), nothing was sent; call again after {resets_at}"
                ),
                None => format!(
                    "the service said that the day's requests are used up, nothing was sent; call again after {resets_at}"
                ),
            };
            Error::new(ErrorKind::QuotaExhausted, text).exhausted_until(resets_at)
        }
        QuotaError::Unavailable(source) => Error::new(
            ErrorKind::QuotaUnavailable,
            "the quota's store does not answer, nothing was sent; check the store, or let calls pass with `quota_outage(QuotaOutage::LetPass)`".into(),
        )
        .caused_by(source),
    }
}

/// The quota as it stands.
pub(crate) async fn read_quota(inner: &Inner) -> Result<Quota> {
    match tokio::time::timeout(inner.settings.timeout, inner.quota.read()).await {
        Ok(outcome) => outcome.map_err(|refused| refusal(refused, inner.quota.limit())),
        Err(_) => Err(late_store()),
    }
}

fn late_store() -> Error {
    Error::new(
        ErrorKind::QuotaUnavailable,
        "the quota's store did not answer in time, nothing was sent; check the store".into(),
    )
}
