//! The state of a call between its attempts.

use tokio::time::Instant;

use crate::error::{Error, Sent};

/// The state of a call between its attempts.
pub(super) struct CallState {
    pub(super) deadline: Instant,
    pub(super) attempts: u32,
    /// The attempts that the policy allowed after failures.
    pub(super) retries: u32,
    /// The progress of the last attempt that was sent, or may have been.
    pub(super) sent: Sent,
    /// The attempt after a rejected authorization was made.
    pub(super) reauthorized: bool,
}

impl CallState {
    /// Returns how far a call got whose last attempt failed with this error. A response to an earlier attempt does
    /// not hide that a later one may have been done.
    pub(super) fn sent(&self, last: &Error) -> Sent {
        match last.sent() {
            Sent::No => self.sent,
            sent => sent,
        }
    }
}
