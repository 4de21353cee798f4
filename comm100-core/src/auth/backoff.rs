//! The backoff between token requests.

use std::time::Duration;

use crate::policy::retry::RetryPolicy;

/// The shortest and the longest of the minimum waits after the policy's attempts; each doubles the one before.
const AWAY_WAITS: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(8));

/// Returns the wait after this many requests.
pub(super) fn wait_after(attempt: u32, retry: &RetryPolicy) -> Duration {
    let wait = retry.backoff(attempt);
    let Some(further) = attempt.checked_sub(retry.most_attempts()) else {
        return wait;
    };
    // The waits of a policy may be zero, since its attempts are limited.
    let (first, last) = AWAY_WAITS;
    let factor = 1_u32.checked_shl(further).unwrap_or(u32::MAX);
    wait.max(first.saturating_mul(factor).min(last))
}
