//! The connections to Redis, one per Tokio runtime.

use std::sync::{Arc, Mutex as StdMutex, PoisonError};
use std::time::Duration;

use futures_core::future::BoxFuture;
use redis::aio::MultiplexedConnection;
use redis::{
    AsyncConnectionConfig, Client, ErrorKind, FromRedisValue, RedisError, RedisResult,
    ScriptInvocation,
};
use tokio::runtime::{Handle, Id};
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::error::BoxError;

/// The time in which a failed connection is not tried again.
const PAUSE: Duration = Duration::from_millis(250);
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(2);
/// Enough for a program; a test suite with a runtime per test evicts the oldest.
const MOST_RUNTIMES: usize = 8;

/// The connections, each made when it is needed, and replaced when it breaks.
///
/// A connection is driven by a task of the runtime that made it. While that runtime is not polled, a
/// request of another runtime would wait on it until it times out, so each runtime has its own.
pub(super) struct Connection {
    client: Client,
    pub(super) timeout: Duration,
    /// In the order of the runtimes' first use.
    links: StdMutex<Vec<(Id, Arc<Mutex<Link>>)>>,
}

/// The connection of a runtime, and the time at which connecting last failed.
#[derive(Default)]
struct Link {
    connection: Option<MultiplexedConnection>,
    /// The number of connections made, to distinguish a broken one from its successor.
    number: u64,
    failed: Option<Instant>,
}

impl Link {
    fn forget(&mut self, number: u64) {
        if self.number == number {
            self.connection = None;
        }
    }
}

impl Connection {
    pub(super) fn new(client: Client) -> Self {
        Self {
            client,
            timeout: DEFAULT_TIMEOUT,
            links: StdMutex::default(),
        }
    }

    /// Returns the link of the current runtime.
    fn link(&self) -> Result<Arc<Mutex<Link>>, BoxError> {
        let current = Handle::try_current()?.id();
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, link)) = links.iter().find(|(runtime, _)| *runtime == current) {
            return Ok(Arc::clone(link));
        }
        // Commands in flight keep their connections.
        if links.len() >= MOST_RUNTIMES {
            links.remove(0);
        }
        let link = Arc::<Mutex<Link>>::default();
        links.push((current, Arc::clone(&link)));
        Ok(link)
    }

    /// Returns the connection, made by the first caller. While Redis is unreachable, one
    /// caller tries now and then and the others fail at once, so a thousand
    /// callers do not wait for one timeout after the other.
    async fn connected(&self, link: &Mutex<Link>) -> RedisResult<(MultiplexedConnection, u64)> {
        let mut link = link.lock().await;
        if let Some(connection) = &link.connection {
            return Ok((connection.clone(), link.number));
        }
        if link.failed.is_some_and(|failed| failed.elapsed() < PAUSE) {
            return Err((ErrorKind::Io, "could not connect to Redis a moment ago").into());
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

    /// Runs a command, and repeats it on a new connection if the old one turns out
    /// to be dead. If the first one did count, a request is counted twice, never
    /// too few.
    pub(super) async fn run<'a, T>(
        &'a self,
        command: impl Fn(MultiplexedConnection) -> BoxFuture<'a, RedisResult<T>>,
    ) -> Result<T, BoxError> {
        let link = self.link()?;
        let (connection, number) = self.connected(&link).await?;
        let error = match command(connection).await {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        if !is_lost(&error) {
            return Err(error.into());
        }
        link.lock().await.forget(number);
        if error.is_timeout() {
            return Err(error.into()); // Its time is over.
        }
        let (connection, _) = self.connected(&link).await?;
        Ok(command(connection).await?)
    }

    /// Runs a script.
    pub(super) async fn invoke<T: FromRedisValue + Send + 'static>(
        &self,
        script: ScriptInvocation<'_>,
    ) -> Result<T, BoxError> {
        let script = Arc::new(script);
        self.run(|mut connection| {
            let script = Arc::clone(&script);
            Box::pin(async move { script.invoke_async(&mut connection).await })
        })
        .await
    }
}

/// Returns true if the connection is dead.
fn is_lost(error: &RedisError) -> bool {
    error.is_unrecoverable_error() || error.is_timeout()
}
