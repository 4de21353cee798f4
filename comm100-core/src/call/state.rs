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
    /// The error of the last attempt, while another one follows.
    pub(super) last_error: Option<Error>,
}

impl CallState {
    pub(super) fn new(deadline: Instant) -> Self {
        Self {
            deadline,
            attempts: 0,
            retries: 0,
            sent: Sent::No,
            reauthorized: false,
            last_error: None,
        }
    }

    /// Returns how far a call got whose last attempt failed with this error. A response to an earlier attempt does
    /// not hide that a later one may have been done.
    pub(super) fn sent(&self, last: &Error) -> Sent {
        match last.sent() {
            Sent::No => self.sent,
            sent => sent,
        }
    }

    /// Returns the error of a call whose next attempt cannot be sent: that of the attempt before it, if there was one.
    pub(super) fn cause(&mut self, error: Error) -> Error {
        self.last_error.take().unwrap_or(error)
    }

    /// Returns the error of a call that gets no token. The reason is more useful than a 401 before it.
    pub(super) fn cause_without_token(&mut self, error: Error) -> Error {
        self.last_error
            .take_if(|last| !last.is_unauthorized())
            .unwrap_or(error)
    }
}
