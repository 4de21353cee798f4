//! The clock and the sleep of calls: replaceable, so that tests need not wait.

use std::time::Duration;

use futures_core::future::BoxFuture;
use jiff::Timestamp;

/// The wall clock that decides the day of the quota, and the sleep between attempts.
///
/// The default is [`SystemClock`]. [`ClientBuilder::clock`](crate::ClientBuilder::clock)
/// sets a custom clock. Timeouts do not use it: they run on tokio's monotonic time.
///
/// ```
/// use comm100::{Client, Clock, Credentials};
/// use jiff::Timestamp;
///
/// /// One minute to midnight, always.
/// struct LateEvening;
///
/// impl Clock for LateEvening {
///     fn now(&self) -> Timestamp {
///         "2026-03-01T23:59:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH)
///     }
/// }
///
/// # async fn demo() -> comm100::Result<()> {
/// let client = Client::builder()
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .clock(LateEvening)
///     .build()?;
/// let resets_at = client.quota().await?.resets_at();
/// assert_eq!(resets_at.to_string(), "2026-03-02T00:00:00Z");
/// # Ok(()) }
/// ```
pub trait Clock: Send + Sync + 'static {
    /// Returns this machine's current time.
    fn now(&self) -> Timestamp;

    /// Waits between two attempts of a call. By default tokio's sleep.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl<C: Clock + ?Sized> Clock for std::sync::Arc<C> {
    fn now(&self) -> Timestamp {
        (**self).now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        (**self).sleep(duration)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_the_machines() {
        let before = Timestamp::now();
        let clock: std::sync::Arc<dyn Clock> = std::sync::Arc::new(SystemClock);
        let now = clock.now();
        assert!((before..=Timestamp::now()).contains(&now));
    }
}
