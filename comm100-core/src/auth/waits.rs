//! The waits between requests for a token.

use std::time::Duration;

use crate::policy::retry::RetryPolicy;

/// The least waits after the policy's attempts: from the first one, doubled with each, up to the last.
const AWAY_WAITS: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(8));

/// Returns the wait before the next request, after so many.
pub(super) fn wait_after(attempt: u32, retry: &RetryPolicy) -> Duration {
    let wait = retry.backoff(attempt);
    let Some(further) = attempt.checked_sub(retry.most_attempts()) else {
        return wait;
    };
    // A policy may have waits of nothing, since it ends after some attempts.
    let (first, last) = AWAY_WAITS;
    let factor = 1_u32.checked_shl(further).unwrap_or(u32::MAX);
    wait.max(first.saturating_mul(factor).min(last))
}
