//! Decoding inside the attempt, for response types that may reject a 2xx body.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;

use super::completed::CompletedCall;
use crate::error::Result;

/// The way in which a 2xx response is accepted. A type that may reject it decides within the attempt, so that a rejection
/// is a failed attempt, which the quota, the counters and the retry policy see.
pub(crate) enum Acceptance {
    /// Every 2xx response is accepted.
    Any,
    /// The response is a success whatever its body is.
    WithoutBody,
    /// The body is read after the call.
    Head,
    /// The future of the call decodes the response, so that it is decoded once.
    Handoff(Arc<Handoff>),
    /// The response is decoded for its errors alone, and again by its reader.
    Check(fn(&CompletedCall) -> Result<()>),
}

/// Passes a response from the loop, which knows no types, to the call's typed future, and its verdict
/// back. Both run in the same poll, so that nothing needs to be woken.
#[derive(Default)]
pub(crate) struct Handoff(Mutex<State>);

#[derive(Default)]
enum State {
    #[default]
    Empty,
    Offered(CompletedCall),
    Decided(CompletedCall, Result<()>),
}

impl Handoff {
    /// Offers a response, and waits for its verdict.
    pub(super) async fn offer(&self, completed: CompletedCall) -> (CompletedCall, Result<()>) {
        self.set(State::Offered(completed));
        poll_fn(|_| match self.take() {
            State::Decided(completed, verdict) => Poll::Ready((completed, verdict)),
            other => {
                self.set(other);
                Poll::Pending
            }
        })
        .await
    }

    /// Returns the response that waits for its verdict.
    pub(super) fn offered(&self) -> Option<CompletedCall> {
        match self.take() {
            State::Offered(completed) => Some(completed),
            other => {
                self.set(other);
                None
            }
        }
    }

    pub(super) fn decide(&self, completed: CompletedCall, verdict: Result<()>) {
        self.set(State::Decided(completed, verdict));
    }

    fn take(&self) -> State {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn set(&self, state: State) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}
