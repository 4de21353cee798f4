//! The day's requests: counted before they are sent, refused here once they are
//! used up, until 00:00 UTC.

mod account;
mod classify;
mod count;
mod count_attempt;
mod gate;
#[cfg(feature = "redis")]
mod redis;
mod store;
mod time;

use jiff::Timestamp;

pub(crate) use account::account_key;
pub(crate) use classify::is_daily_limit;
pub(crate) use gate::{Classifier, Gate, SentAt, Shared};
#[cfg(feature = "redis")]
pub use redis::RedisQuotaStore;
pub use store::{QuotaCount, QuotaKey, QuotaOutage, QuotaStore};
pub(crate) use time::ServiceTime;

/// What is known of the day's requests: the answer of
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
    /// The limit that `daily_limit` set, if any.
    #[must_use]
    pub const fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// The requests counted today, by all that share the store.
    #[must_use]
    pub const fn used(&self) -> u64 {
        self.used
    }

    /// The requests left today: none once the service said that they are used
    /// up, unknown without a limit.
    #[must_use]
    pub const fn remaining(&self) -> Option<u64> {
        match self.limit {
            _ if self.exhausted => Some(0),
            Some(limit) => Some(limit.saturating_sub(self.used)),
            None => None,
        }
    }

    /// When the count begins anew: the next 00:00 UTC.
    #[must_use]
    pub const fn resets_at(&self) -> Timestamp {
        self.resets_at
    }
}
