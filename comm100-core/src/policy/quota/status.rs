//! The state of the quota, as users see it.

use jiff::Timestamp;

/// The state of the day's requests, returned by
/// [`Client::quota`](crate::Client::quota).
///
/// ```
/// # async fn demo(client: comm100::Client) -> comm100::Result<()> {
/// let quota = client.quota().await?;
/// if quota.remaining() == Some(0) {
///     println!("used up until {}", quota.resets_at());
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quota {
    limit: Option<u64>,
    used: u64,
    exhausted: bool,
    resets_at: Timestamp,
}

impl Quota {
    pub(super) const fn new(
        limit: Option<u64>,
        used: u64,
        exhausted: bool,
        resets_at: Timestamp,
    ) -> Self {
        Self {
            limit,
            used,
            exhausted,
            resets_at,
        }
    }

    /// Returns the limit set by `daily_limit`, if any.
    #[must_use]
    pub const fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// Returns the number of requests counted today, by all clients that share the store.
    #[must_use]
    pub const fn used(&self) -> u64 {
        self.used
    }

    /// Returns the number of requests left today: 0 once the service said that they are
    /// used up, `None` without a limit.
    #[must_use]
    pub const fn remaining(&self) -> Option<u64> {
        match self.limit {
            _ if self.exhausted => Some(0),
            Some(limit) => Some(limit.saturating_sub(self.used)),
            None => None,
        }
    }

    /// Returns the time of the next reset: 00:00 UTC.
    #[must_use]
    pub const fn resets_at(&self) -> Timestamp {
        self.resets_at
    }
}
