//! The attempts that may be in flight at once.

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout_at};

use crate::error::{Error, Result};

/// The places of a client and its clones; without a limit there is always a free one.
pub(crate) struct InFlight(Option<Semaphore>);

impl InFlight {
    pub(crate) fn new(limit: Option<usize>) -> Self {
        Self(limit.map(Semaphore::new))
    }

    /// Waits for a place, first come, first served.
    pub(crate) async fn permit(&self, deadline: Instant) -> Result<Option<SemaphorePermit<'_>>> {
        let Some(semaphore) = &self.0 else {
            return Ok(None);
        };
        // A free permit means that no call waits, so none is overtaken.
        if let Ok(permit) = semaphore.try_acquire() {
            return Ok(Some(permit));
        }
        match timeout_at(deadline, semaphore.acquire()).await {
            Ok(Ok(permit)) => Ok(Some(permit)),
            // It is never closed.
            Ok(Err(_)) => Ok(None),
            Err(_) => Err(Error::timeout(
                "timed out waiting for a free place; see `timeout` and `max_in_flight`",
            )),
        }
    }
}

/// Returns the error of a call whose deadline passes before anything was sent.
pub(crate) fn too_late() -> Error {
    Error::timeout("timed out before the request was sent; see `timeout`")
}
