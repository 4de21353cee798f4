//! A count in Redis, for many machines on one account.

mod connection;
mod scripts;

use std::fmt;
use std::time::Duration;

use futures_core::future::BoxFuture;
use jiff::Timestamp;
use redis::{Client, Script};

use self::connection::Connection;
use super::rate::{RateKey, RateLimit, Turn};
use super::store::{Admission, QuotaCount, QuotaKey, QuotaRequest, QuotaStore};
use crate::error::{BoxError, Error, Result};

/// The seconds that a key is kept: longer than any difference of clocks.
const KEPT: u64 = 2 * 24 * 60 * 60;

/// Counts in Redis or Valkey: one atomic script, one round trip per request.
///
/// The keys are `comm100:{account:day}:used` and `comm100:{account:day}:exhausted`
/// and expire after two days. A Redis that restarts without its data continues
/// at the count that its clients know. A rate limit is the list
/// `comm100:{host}:rate` of its last turns, on the clock of Redis: all clients of a host need the same
/// `rate_limit`. The first request of a Tokio runtime makes its connection, all requests of the runtime share it,
/// and it is replaced when it breaks.
///
/// ```no_run
/// use comm100::{Client, Credentials, RedisQuotaStore};
///
/// # fn demo() -> comm100::Result<()> {
/// let client = Client::builder()
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .daily_limit(5_000)
///     .quota_store(RedisQuotaStore::new("redis://10.0.0.5:6379/")?)
///     .build()?;
/// # Ok(()) }
/// ```
pub struct RedisQuotaStore {
    connection: Connection,
    prefix: String,
    take: Script,
    admit: Script,
    reserve: Script,
}

impl RedisQuotaStore {
    /// Creates a store for `redis://[user:password@]host[:port][/database]` or `unix:///path`. It
    /// connects at the first request.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error for any other URL. It does
    /// not quote the URL, which may contain a password.
    pub fn new(url: &str) -> Result<Self> {
        let client = Client::open(url).map_err(|_| {
            Error::config(
                "the Redis URL is invalid; use redis://[user:password@]host[:port][/database]"
                    .into(),
            )
        })?;
        Ok(Self {
            connection: Connection::new(client),
            prefix: "comm100".to_owned(),
            take: Script::new(scripts::TAKE),
            admit: Script::new(scripts::ADMIT),
            reserve: Script::new(scripts::RESERVE),
        })
    }

    /// Sets the prefix of the keys. Defaults to `comm100`.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// Sets the timeout of connecting and of each command. Defaults to 2 seconds.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.connection.timeout = timeout;
        self
    }

    /// Marks a day with a time, or with 1 if the time is unknown.
    async fn mark(&self, key: &QuotaKey, mark: i64) -> Result<(), BoxError> {
        self.connection
            .run(|mut connection| {
                let [_, exhausted] = self.keys(key);
                let mut command = redis::cmd("SET");
                command.arg(exhausted).arg(mark).arg("EX").arg(KEPT);
                Box::pin(async move { command.query_async(&mut connection).await })
            })
            .await
    }

    fn keys(&self, key: &QuotaKey) -> [String; 2] {
        // The braces keep both on one node of a cluster.
        ["used", "exhausted"].map(|name| format!("{}:{{{key}}}:{name}", self.prefix))
    }
}

impl QuotaStore for RedisQuotaStore {
    fn take<'a>(
        &'a self,
        key: &'a QuotaKey,
        limit: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, BoxError>> {
        Box::pin(async move {
            let [used, exhausted] = self.keys(key);
            let limit = limit.map(|limit| limit.to_string()).unwrap_or_default();
            let mut call = self.take.prepare_invoke();
            call.key(used).key(exhausted).arg(limit).arg(KEPT);
            self.connection.invoke(call).await
        })
    }

    fn count<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<QuotaCount, BoxError>> {
        Box::pin(async move {
            let (used, exhausted): (Option<u64>, Option<i64>) = self
                .connection
                .run(|mut connection| {
                    let command = redis::cmd("MGET").arg(&self.keys(key)).to_owned();
                    Box::pin(async move { command.query_async(&mut connection).await })
                })
                .await?;
            Ok(QuotaCount {
                used: used.unwrap_or(0),
                exhausted: exhausted.is_some(),
            })
        })
    }

    fn exhaust<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>> {
        Box::pin(self.mark(key, 1))
    }

    fn admit<'a>(
        &'a self,
        key: &'a QuotaKey,
        request: QuotaRequest,
    ) -> BoxFuture<'a, Result<Admission, BoxError>> {
        Box::pin(async move {
            let [used, exhausted] = self.keys(key);
            let limit = request.limit.map(|limit| limit.to_string());
            let mut call = self.admit.prepare_invoke();
            call.key(used)
                .key(exhausted)
                .arg(limit.unwrap_or_default())
                .arg(request.known)
                .arg(request.now.as_millisecond())
                .arg(QuotaRequest::PROBE_INTERVAL.as_secs() * 1000)
                .arg(KEPT);
            let (outcome, used) = self.connection.invoke(call).await?;
            Ok(match outcome {
                0 => Admission::LimitReached,
                1 => Admission::Exhausted,
                2 => Admission::Counted { used },
                _ => Admission::Probe { used },
            })
        })
    }

    fn exhaust_at<'a>(
        &'a self,
        key: &'a QuotaKey,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<(), BoxError>> {
        Box::pin(self.mark(key, now.as_millisecond()))
    }

    fn reserve<'a>(
        &'a self,
        key: &'a RateKey,
        limit: RateLimit,
        longest: Duration,
    ) -> BoxFuture<'a, Result<Turn, BoxError>> {
        Box::pin(async move {
            let mut call = self.reserve.prepare_invoke();
            call.key(format!("{}:{{{key}}}:rate", self.prefix))
                .arg(limit.requests)
                .arg(milliseconds(limit.window()))
                .arg(milliseconds(longest));
            let (granted, wait): (u8, u64) = self.connection.invoke(call).await?;
            let wait = Duration::from_millis(wait);
            Ok(match granted {
                0 => Turn::Refused(wait),
                _ => Turn::After(wait),
            })
        })
    }

    fn readmit<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Result<(), BoxError>> {
        Box::pin(self.connection.run(|mut connection| {
            let [_, exhausted] = self.keys(key);
            let command = redis::cmd("DEL").arg(exhausted).to_owned();
            Box::pin(async move { command.query_async(&mut connection).await })
        }))
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// Leaves out the URL, which may contain a password.
impl fmt::Debug for RedisQuotaStore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RedisQuotaStore")
            .field("prefix", &self.prefix)
            .field("timeout", &self.connection.timeout)
            .finish_non_exhaustive()
    }
}
