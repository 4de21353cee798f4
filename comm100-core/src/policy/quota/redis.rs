//! A count in Redis, for many machines on one account.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use futures_core::future::BoxFuture;
use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, ErrorKind, RedisError, RedisResult, Script};
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::store::{QuotaCount, QuotaKey, QuotaStore};
use crate::error::{Error, Result};

/// Longer than any difference of clocks, and gone when nobody asks any more.
const KEPT: u64 = 2 * 24 * 60 * 60;
/// How long a failed connection is not tried again.
const PAUSE: Duration = Duration::from_millis(250);
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(2);

/// KEYS: the count, the mark of a day that is used up. ARGV: the limit or
/// nothing, the seconds that a key is kept.
const TAKE: &str = r"
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
if ARGV[1] ~= '' and tonumber(redis.call('GET', KEYS[1]) or '0') >= tonumber(ARGV[1]) then return 0 end
if redis.call('INCR', KEYS[1]) == 1 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
return 1";

/// Counts in Redis or Valkey: one atomic script, one round trip a request.
///
/// The keys are `comm100:{account:day}:used` and `comm100:{account:day}:exhausted`
/// and expire after two days. The connection is made with the first request,
/// shared by all, and made anew when it breaks.
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
    client: Client,
    prefix: String,
    timeout: Duration,
    take: Script,
    link: Mutex<Link>,
}

/// The connection, and when the last try of one failed.
#[derive(Default)]
struct Link {
    connection: Option<MultiplexedConnection>,
    /// How many were made, so that one that broke is not taken for its successor.
    number: u64,
    failed: Option<Instant>,
}

impl RedisQuotaStore {
    /// Takes `redis://[user:password@]host[:port][/database]` or `unix:///path`;
    /// nothing is connected yet.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error if it is no such URL. It
    /// does not quote the URL, which may hold a password.
    pub fn new(url: &str) -> Result<Self> {
        let client = Client::open(url).map_err(|_| {
            Error::config(
                "the URL of Redis cannot be read; give redis://[user:password@]host[:port][/database]".into(),
            )
        })?;
        Ok(Self {
            client,
            prefix: "comm100".to_owned(),
            timeout: DEFAULT_TIMEOUT,
            take: Script::new(TAKE),
            link: Mutex::new(Link::default()),
        })
    }

    /// What the keys begin with: by default `comm100`.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// How long Redis may take, to connect and to answer: by default 2 s.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The connection, made by the first who needs it. While Redis is away one
    /// caller tries now and then and the others fail at once, so that a thousand
    /// do not queue for one timeout after the other.
    async fn connected(&self) -> RedisResult<(MultiplexedConnection, u64)> {
        let mut link = self.link.lock().await;
        if let Some(connection) = &link.connection {
            return Ok((connection.clone(), link.number));
        }
        if link.failed.is_some_and(|failed| failed.elapsed() < PAUSE) {
            return Err((ErrorKind::Io, "it could not be reached a moment ago").into());
        }
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(self.timeout))
            .set_response_timeout(Some(self.timeout));
        let connected = self
            .client
            .get_multiplexed_async_connection_with_config(&config)
            .await;
        link.failed = connected.is_err().then(Instant::now);
        let connection = connected?;
        link.connection = Some(connection.clone());
        link.number += 1;
        Ok((connection, link.number))
    }

    async fn forget(&self, number: u64) {
        let mut link = self.link.lock().await;
        if link.number == number {
            link.connection = None;
        }
    }

    /// Runs a command; on a connection that turns out to be dead, once more on
    /// a new one. If the dead one did count, a request too many is counted,
    /// never one too few.
    async fn run<'a, T>(
        &'a self,
        command: impl Fn(MultiplexedConnection) -> BoxFuture<'a, RedisResult<T>>,
    ) -> Result<T, Box<dyn StdError + Send + Sync>> {
        let (connection, number) = self.connected().await?;
        let error = match command(connection).await {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        if !is_lost(&error) {
            return Err(error.into());
        }
        self.forget(number).await;
        if error.is_timeout() {
            return Err(error.into()); // It had its time.
        }
        let (connection, _) = self.connected().await?;
        Ok(command(connection).await?)
    }

    fn keys(&self, key: &QuotaKey) -> [String; 2] {
        // The braces keep both on one node of a cluster.
        ["used", "exhausted"].map(|name| format!("{}:{{{key}}}:{name}", self.prefix))
    }
}

/// Whether the connection is of no more use.
fn is_lost(error: &RedisError) -> bool {
    error.is_unrecoverable_error() || error.is_connection_dropped() || error.is_timeout()
}

impl QuotaStore for RedisQuotaStore {
    fn take<'a>(
        &'a self,
        key: &'a QuotaKey,
        limit: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            let [used, exhausted] = self.keys(key);
            let limit = limit.map(|limit| limit.to_string()).unwrap_or_default();
            let mut call = self.take.prepare_invoke();
            call.key(used).key(exhausted).arg(limit).arg(KEPT);
            let call = std::sync::Arc::new(call);
            self.run(|mut connection| {
                let call = std::sync::Arc::clone(&call);
                Box::pin(async move { call.invoke_async(&mut connection).await })
            })
            .await
        })
    }

    fn count<'a>(
        &'a self,
        key: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<QuotaCount, Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            let (used, exhausted): (Option<u64>, Option<u8>) = self
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

    fn exhaust<'a>(
        &'a self,
        key: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async move {
            self.run(|mut connection| {
                let [_, exhausted] = self.keys(key);
                let mut command = redis::cmd("SET");
                command.arg(exhausted).arg(1).arg("EX").arg(KEPT);
                Box::pin(async move { command.query_async(&mut connection).await })
            })
            .await
        })
    }
}

/// Without the URL, which may hold a password.
impl fmt::Debug for RedisQuotaStore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RedisQuotaStore")
            .field("prefix", &self.prefix)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
