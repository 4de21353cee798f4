//! Where a count may live that several machines share.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use futures_core::future::BoxFuture;
use jiff::civil::Date;

/// A count of one account's requests of one day, shared by several clients.
///
/// Without a store a client and its clones count in memory. The feature `redis`
/// brings `RedisQuotaStore`; a store of one's own implements this trait.
///
/// What a store cannot do, it says with an error: [`QuotaOutage`] decides what
/// becomes of the call then.
///
/// ```
/// use std::{collections::HashMap, error::Error, sync::Mutex};
/// use comm100::{BoxFuture, QuotaCount, QuotaKey, QuotaStore};
///
/// /// A count for all clients of this process.
/// #[derive(Default)]
/// struct Shared(Mutex<HashMap<String, QuotaCount>>);
///
/// impl Shared {
///     fn with<T>(&self, key: &QuotaKey, act: impl FnOnce(&mut QuotaCount) -> T)
///         -> BoxFuture<'_, Result<T, Box<dyn Error + Send + Sync>>>
///     where T: Send + 'static {
///         let answer = match self.0.lock() {
///             Ok(mut counts) => Ok(act(counts.entry(key.to_string()).or_default())),
///             Err(_) => Err("a thread that held the count failed".into()),
///         };
///         Box::pin(async { answer })
///     }
/// }
///
/// impl QuotaStore for Shared {
///     fn take<'a>(&'a self, key: &'a QuotaKey, limit: Option<u64>)
///         -> BoxFuture<'a, Result<bool, Box<dyn Error + Send + Sync>>> {
///         self.with(key, |count| {
///             let free = !count.exhausted && limit.is_none_or(|limit| count.used < limit);
///             count.used += u64::from(free);
///             free
///         })
///     }
///
///     fn count<'a>(&'a self, key: &'a QuotaKey)
///         -> BoxFuture<'a, Result<QuotaCount, Box<dyn Error + Send + Sync>>> {
///         self.with(key, |count| *count)
///     }
///
///     fn exhaust<'a>(&'a self, key: &'a QuotaKey)
///         -> BoxFuture<'a, Result<(), Box<dyn Error + Send + Sync>>> {
///         self.with(key, |count| count.exhausted = true)
///     }
/// }
/// ```
pub trait QuotaStore: Send + Sync + 'static {
    /// Counts one request and gives `true`, or counts nothing and gives `false`
    /// because the day is used up: marked so, or at its limit. It must be one
    /// atomic step for all that share the store.
    fn take<'a>(
        &'a self,
        key: &'a QuotaKey,
        limit: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, Box<dyn StdError + Send + Sync>>>;

    /// The count as it stands.
    fn count<'a>(
        &'a self,
        key: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<QuotaCount, Box<dyn StdError + Send + Sync>>>;

    /// Marks the day as used up, because the service said so.
    fn exhaust<'a>(
        &'a self,
        key: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>>;
}

/// What a store counts under: an account and a day of UTC.
///
/// `Display` gives both in one, `9f2c1a7b3d4e5f60:2026-03-01`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct QuotaKey {
    account: Arc<str>,
    day: Date,
}

impl QuotaKey {
    pub(crate) fn new(account: Arc<str>, day: Date) -> Self {
        Self { account, day }
    }

    /// The account: what `ClientBuilder::quota_account` named, else 16 hexadecimal
    /// digits made of the platform's host and the agent's email.
    #[must_use]
    pub fn account(&self) -> &str {
        &self.account
    }

    /// The day, of UTC and by the service's clock.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }
}

impl fmt::Display for QuotaKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.account, self.day)
    }
}

/// A day's count, as a [`QuotaStore`] knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuotaCount {
    /// The requests that were counted.
    pub used: u64,
    /// Whether the service said that the day is used up.
    pub exhausted: bool,
}

/// What becomes of calls while the [`QuotaStore`] does not answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuotaOutage {
    /// They fail with [`ErrorKind::QuotaUnavailable`](crate::ErrorKind::QuotaUnavailable),
    /// nothing is sent: the limit holds whatever happens.
    #[default]
    Refuse,
    /// They are sent. This client and its clones hold the limit by themselves
    /// then, so that several machines together may pass it.
    LetPass,
}

impl<S: QuotaStore + ?Sized> QuotaStore for Arc<S> {
    fn take<'a>(
        &'a self,
        key: &'a QuotaKey,
        limit: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, Box<dyn StdError + Send + Sync>>> {
        (**self).take(key, limit)
    }

    fn count<'a>(
        &'a self,
        key: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<QuotaCount, Box<dyn StdError + Send + Sync>>> {
        (**self).count(key)
    }

    fn exhaust<'a>(
        &'a self,
        key: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        (**self).exhaust(key)
    }
}
