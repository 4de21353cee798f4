//! The interface of a count that several machines share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_core::future::BoxFuture;
use jiff::Timestamp;
use jiff::civil::Date;

use super::rate::{RateKey, RateLimit, Turn};
use crate::error::BoxError;

/// A count of the requests of one account and day, shared by several clients.
///
/// Without a store, a client and its clones count in memory.
/// [`MemoryQuotaStore`](crate::MemoryQuotaStore) is for several clients of a process, and
/// `RedisQuotaStore` (feature `redis`) for several machines; a custom store implements this trait.
///
/// A store returns an error for what it cannot do: [`QuotaOutage`] decides then
/// whether the call is sent.
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
///             Err(_) => Err("a thread panicked while it held the lock".into()),
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
    /// Counts one request and returns `true`, or returns `false` because the day
    /// is used up: marked as such, or at its limit. This must be one atomic step
    /// for all clients that share the store.
    fn take<'a>(
        &'a self,
        key: &'a QuotaKey,
        limit: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, BoxError>>;

    /// Returns the current count.
    fn count<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<QuotaCount, BoxError>>;

    /// Marks the day as used up, because the service said so.
    fn exhaust<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>>;

    /// Counts one request like [`take`](Self::take), in one atomic step, with two
    /// additions: a store that has lost its count continues at
    /// [`QuotaRequest::known`], and on a day that is marked as used up one request
    /// passes in [`QuotaRequest::PROBE_INTERVAL`], as a probe.
    ///
    /// By default [`Admission::Unsupported`]: the client calls `take` instead. Each
    /// process sends its own probes then, and counts on its own once one succeeded,
    /// since the mark stays in the store.
    fn admit<'a>(
        &'a self,
        key: &'a QuotaKey,
        request: QuotaRequest,
    ) -> BoxFuture<'a, Result<Admission, BoxError>> {
        let _ = (key, request);
        Box::pin(std::future::ready(Ok(Admission::Unsupported)))
    }

    /// Marks the day as used up at a time, from which the interval of the next
    /// probe counts. By default the same as [`exhaust`](Self::exhaust); a store
    /// with [`admit`](Self::admit) implements it.
    fn exhaust_at<'a>(
        &'a self,
        key: &'a QuotaKey,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<(), BoxError>> {
        let _ = now;
        self.exhaust(key)
    }

    /// Removes the mark of a day, because a probe succeeded. By default nothing;
    /// a store with [`admit`](Self::admit) implements it.
    fn readmit<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>> {
        let _ = key;
        Box::pin(std::future::ready(Ok(())))
    }

    /// Reserves the next turn of a request under a rate limit, unless it is
    /// further ahead than `longest`, in one atomic step: at most
    /// [`requests`](RateLimit::requests) turns in any time of the length of
    /// [`window`](RateLimit::window), on the store's clock.
    ///
    /// By default [`Turn::Unsupported`]: each process keeps the limit on its own.
    fn reserve<'a>(
        &'a self,
        key: &'a RateKey,
        limit: RateLimit,
        longest: Duration,
    ) -> BoxFuture<'a, Result<Turn, BoxError>> {
        let _ = (key, limit, longest);
        Box::pin(std::future::ready(Ok(Turn::Unsupported)))
    }
}

/// A request to count, passed to [`QuotaStore::admit`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct QuotaRequest {
    /// The day's limit, if one is set.
    pub limit: Option<u64>,
    /// The largest count of the day that the client knows of.
    pub known: u64,
    /// The client's time.
    pub now: Timestamp,
}

impl QuotaRequest {
    /// The time between a mark and a probe, and between two probes. A refusal that was not the day's
    /// limit, or is over, stops calls for at most this time.
    pub const PROBE_INTERVAL: Duration = Duration::from_secs(15 * 60);
}

/// The outcome of [`QuotaStore::admit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Admission {
    /// The request is counted.
    Counted {
        /// The day's count with this request.
        used: u64,
    },
    /// The request is counted, though the day is marked as used up: its response
    /// decides whether the mark stays.
    Probe {
        /// The day's count with this request.
        used: u64,
    },
    /// The day is at its limit.
    LimitReached,
    /// The day is marked as used up.
    Exhausted,
    /// The store has no `admit`.
    Unsupported,
}

/// The key of a count: an account and a day of UTC.
///
/// `Display` shows both, as `9f2c1a7b3d4e5f60:2026-03-01`.
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

    /// Returns the account: the name set by `ClientBuilder::quota_account`, else 16
    /// hexadecimal digits made of the platform's host and the agent's email.
    #[must_use]
    pub fn account(&self) -> &str {
        &self.account
    }

    /// Returns the day in UTC, by the service's clock.
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

/// The count of a day in a [`QuotaStore`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuotaCount {
    /// The number of requests counted.
    pub used: u64,
    /// True if the service said that the day is used up.
    pub exhausted: bool,
}

/// The handling of calls while the [`QuotaStore`] does not respond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuotaOutage {
    /// They fail with [`ErrorKind::QuotaUnavailable`](crate::ErrorKind::QuotaUnavailable)
    /// and nothing is sent: the limit always holds.
    #[default]
    Refuse,
    /// They are sent. Each process keeps the limit on its own then, starting at the
    /// last count that it knows, so several machines together may exceed it. A call waits for
    /// the store during at most half of the time that it has left.
    LetPass,
}

impl<S: QuotaStore + ?Sized> QuotaStore for Arc<S> {
    fn take<'a>(
        &'a self,
        key: &'a QuotaKey,
        limit: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, BoxError>> {
        (**self).take(key, limit)
    }

    fn count<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<QuotaCount, BoxError>> {
        (**self).count(key)
    }

    fn exhaust<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>> {
        (**self).exhaust(key)
    }

    fn admit<'a>(
        &'a self,
        key: &'a QuotaKey,
        request: QuotaRequest,
    ) -> BoxFuture<'a, Result<Admission, BoxError>> {
        (**self).admit(key, request)
    }

    fn exhaust_at<'a>(
        &'a self,
        key: &'a QuotaKey,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<(), BoxError>> {
        (**self).exhaust_at(key, now)
    }

    fn readmit<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>> {
        (**self).readmit(key)
    }

    fn reserve<'a>(
        &'a self,
        key: &'a RateKey,
        limit: RateLimit,
        longest: Duration,
    ) -> BoxFuture<'a, Result<Turn, BoxError>> {
        (**self).reserve(key, limit, longest)
    }
}
