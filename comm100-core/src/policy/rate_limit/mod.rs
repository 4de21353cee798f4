//! The rate limit: a call waits for its turn within its deadline.

mod window;

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep_until, timeout_at};

pub(crate) use self::window::Window;
use crate::error::{Error, ErrorKind, Result};
use crate::policy::in_flight::too_late;
use crate::policy::quota::{
    QuotaOutage, QuotaStore, RateKey, RateLimit, Turn, late_store, store_deadline, store_outage,
};

/// A turn that is this close to the deadline leaves no time to send: timers are
/// late by up to a millisecond.
const LEAST_TIME: Duration = Duration::from_millis(2);

/// The rate limit of a client and its clones, if there is one.
pub(crate) struct RateLimiter(Option<Limited>);

struct Limited {
    limit: RateLimit,
    key: RateKey,
    /// The grants of this process, where no store counts them.
    window: Window,
    store: Option<Arc<dyn QuotaStore>>,
    outage: QuotaOutage,
}

impl RateLimiter {
    pub(crate) fn new(
        limit: Option<RateLimit>,
        key: RateKey,
        store: Option<Arc<dyn QuotaStore>>,
        outage: QuotaOutage,
    ) -> Self {
        Self(limit.map(|limit| Limited {
            limit,
            key,
            window: Window::default(),
            store,
            outage,
        }))
    }

    /// Waits for the turn of one request, which takes it by [`Granted::take`].
    pub(crate) async fn turn(&self, deadline: Instant) -> Result<Granted<'_>> {
        match &self.0 {
            None => Ok(Granted(None)),
            // Boxed, so that calls without a rate limit are smaller.
            Some(limited) => Box::pin(limited.turn(deadline)).await,
        }
    }
}

impl Limited {
    async fn turn(&self, deadline: Instant) -> Result<Granted<'_>> {
        let (turn, granted) = self.reserve(deadline).await?;
        let now = Instant::now();
        match turn {
            Turn::After(Duration::ZERO) | Turn::Unsupported => Ok(granted),
            Turn::After(wait) if wait <= longest(deadline, now) => {
                sleep_until(now + wait).await;
                if Instant::now() < deadline {
                    Ok(granted)
                } else {
                    Err(too_late())
                }
            }
            Turn::After(wait) | Turn::Refused(wait) => Err(self.no_turn(wait)),
        }
    }

    /// Reserves a turn, in the store or in this process.
    async fn reserve(&self, deadline: Instant) -> Result<(Turn, Granted<'_>)> {
        if let Some(store) = &self.store {
            let longest = longest(deadline, Instant::now());
            let reserved = store.reserve(&self.key, self.limit, longest);
            let lets_pass = self.outage == QuotaOutage::LetPass;
            let until = store_deadline(deadline, lets_pass);
            match timeout_at(until, reserved).await {
                Ok(Ok(Turn::Unsupported)) => {}
                Ok(Ok(turn)) => return Ok((turn, Granted(None))),
                Ok(Err(_)) | Err(_) if lets_pass => {}
                Ok(Err(error)) => return Err(store_outage(error)),
                Err(_) => return Err(late_store()),
            }
        }
        let now = Instant::now();
        let reserved = (self.window).reserve(self.limit, now, longest(deadline, now));
        Ok(match reserved {
            Ok(turn) => {
                let granted = Granted(Some((&self.window, turn)));
                (Turn::After(turn - now), granted)
            }
            Err(wait) => (Turn::Refused(wait), Granted(None)),
        })
    }

    fn no_turn(&self, wait: Duration) -> Error {
        let RateLimit { requests, per } = self.limit;
        let text = format!(
            "the rate limit of {requests} requests in {per:?} leaves no turn before the deadline, nothing was sent; try again after {wait:.1?}, or raise `timeout`"
        );
        Error::new(ErrorKind::RateLimited, text).with_retry_after(Some(wait))
    }
}

/// The turn of a request. If it is dropped before the request is counted, another one gets the turn. A turn of a
/// store cannot be given back.
#[must_use]
pub(crate) struct Granted<'a>(Option<(&'a Window, Instant)>);

impl Granted<'_> {
    /// Uses the turn, for a request that is counted and about to be sent.
    pub(crate) fn take(mut self) {
        self.0 = None;
    }
}

impl Drop for Granted<'_> {
    fn drop(&mut self) {
        if let Some((window, turn)) = self.0 {
            window.give_back(turn);
        }
    }
}

/// Returns the longest wait that leaves time to send.
fn longest(deadline: Instant, now: Instant) -> Duration {
    deadline
        .saturating_duration_since(now)
        .saturating_sub(LEAST_TIME)
}
