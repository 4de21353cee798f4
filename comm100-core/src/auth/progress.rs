//! The progress of a request for a token, which the calls that wait for it watch.

use std::sync::Arc;

use tokio::time::Instant;

use super::authorize::Authorization;
use super::failure::TokenFailure;

pub(super) type Outcome = Result<Arc<Authorization>, TokenFailure>;

pub(super) enum Progress {
    /// A request is in flight.
    Requesting,
    /// The last request failed for this reason, and the next one is sent at this time.
    Retrying(TokenFailure, Instant),
    Done(Outcome),
}

impl Progress {
    /// Returns the outcome for a call with this deadline. A request after it would not help the call.
    pub(super) fn outcome(&self, deadline: Instant) -> Option<Outcome> {
        match self {
            Self::Retrying(failure, next) if *next >= deadline => Some(Err(failure.clone())),
            Self::Requesting | Self::Retrying(..) => None,
            Self::Done(outcome) => Some(outcome.clone()),
        }
    }
}
