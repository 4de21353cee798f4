//! A count in memory, for the clients of one process.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_core::future::BoxFuture;
use jiff::Timestamp;
use tokio::time::Instant;

use super::quota::{
    Admission, Count, Day, LocalTime, QuotaCount, QuotaKey, QuotaRequest, QuotaStore, RateKey,
    RateLimit, Taken, Turn,
};
use super::rate_limit::Window;
use crate::error::BoxError;

/// Counts in memory, for clients of one process that are built separately: those of one account
/// share the day's requests, those of one API host the rate limit, for which they need the same
/// `rate_limit`.
///
/// A client and its clones share both without a store. Clones of a store are the same store.
///
/// ```
/// use comm100::{Client, Credentials, MemoryQuotaStore, Platform};
///
/// # fn demo() -> comm100::Result<()> {
/// // The limit of requests in 5 minutes is that of an IP address, whatever the site.
/// let store = MemoryQuotaStore::new();
/// let mut clients = Vec::new();
/// for (site, key) in [(10_100_116, "KEY_1"), (10_100_117, "KEY_2")] {
///     let client = Client::builder()
///         .platform(Platform::custom("dash17.comm100.io")?)
///         .credentials(Credentials::new("agent@example.com", key).site_id(site))
///         .quota_store(store.clone())
///         .quota_account(format!("site-{site}"))
///         .build()?;
///     clients.push(client);
/// }
/// # Ok(()) }
/// # demo().expect("clients");
/// ```
#[derive(Clone, Default)]
pub struct MemoryQuotaStore(Arc<Kept>);

#[derive(Default)]
struct Kept {
    counts: Mutex<HashMap<String, Arc<Count>>>,
    windows: Mutex<HashMap<RateKey, Arc<Window>>>,
}

impl MemoryQuotaStore {
    /// Creates a store that has counted nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn count_of(&self, key: &QuotaKey) -> Arc<Count> {
        kept(&self.0.counts, key.account().to_owned())
    }

    fn window_of(&self, key: &RateKey) -> Arc<Window> {
        kept(&self.0.windows, key.clone())
    }
}

/// Returns the value of a key, a new one at first.
fn kept<K: Eq + Hash, V: Default>(values: &Mutex<HashMap<K, Arc<V>>>, key: K) -> Arc<V> {
    let mut values = values.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(values.entry(key).or_default())
}

impl QuotaStore for MemoryQuotaStore {
    fn take<'a>(
        &'a self,
        key: &'a QuotaKey,
        limit: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, BoxError>> {
        let (count, day) = (self.count_of(key), Day::of(key.day()));
        let is_free = !count.read(day).1;
        ready(is_free && count.take(day, limit, local(Timestamp::now())) == Taken::Counted)
    }

    fn count<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<QuotaCount, BoxError>> {
        let (used, exhausted) = self.count_of(key).read(Day::of(key.day()));
        ready(QuotaCount { used, exhausted })
    }

    fn exhaust<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>> {
        self.exhaust_at(key, Timestamp::now())
    }

    fn admit<'a>(
        &'a self,
        key: &'a QuotaKey,
        request: QuotaRequest,
    ) -> BoxFuture<'a, Result<Admission, BoxError>> {
        let (count, day) = (self.count_of(key), Day::of(key.day()));
        let taken = count.take(day, request.limit, local(request.now));
        let (used, _) = count.read(day);
        ready(match taken {
            Taken::Counted => Admission::Counted { used },
            Taken::Probe => Admission::Probe { used },
            Taken::LimitReached => Admission::LimitReached,
            Taken::Exhausted => Admission::Exhausted,
        })
    }

    fn exhaust_at<'a>(
        &'a self,
        key: &'a QuotaKey,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<(), BoxError>> {
        let count = self.count_of(key);
        count.exhaust(Day::of(key.day()), local(now));
        ready(())
    }

    fn readmit<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>> {
        self.count_of(key).readmit(Day::of(key.day()));
        ready(())
    }

    fn reserve<'a>(
        &'a self,
        key: &'a RateKey,
        limit: RateLimit,
        longest: Duration,
    ) -> BoxFuture<'a, Result<Turn, BoxError>> {
        let now = Instant::now();
        ready(match self.window_of(key).reserve(limit, now, longest) {
            Ok(turn) => Turn::After(turn - now),
            Err(wait) => Turn::Refused(wait),
        })
    }
}

impl fmt::Debug for MemoryQuotaStore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("MemoryQuotaStore")
            .finish_non_exhaustive()
    }
}

fn ready<T: Send + 'static>(value: T) -> BoxFuture<'static, Result<T, BoxError>> {
    Box::pin(std::future::ready(Ok(value)))
}

fn local(time: Timestamp) -> LocalTime {
    LocalTime::of_milliseconds(time.as_millisecond())
}
