//! A page of the queue, and its request.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use crate::call::{CallFuture, CompletedCall};
use crate::error::{Error, ErrorKind, Result, Sent};
use crate::observe::{self, DecodeObserver};

pub(super) type PageOutcome = Result<(CompletedCall, DecodeObserver)>;

/// A page that was not returned yet.
pub(super) struct QueuedPage {
    pub(super) number: u32,
    /// `None` if it is to be requested, again if it failed before.
    pub(super) request: Option<PageRequest>,
    /// It was requested while others were before it.
    pub(super) is_ahead: bool,
}

impl QueuedPage {
    pub(super) fn new(number: u32) -> Self {
        Self {
            number,
            request: None,
            is_ahead: false,
        }
    }

    /// Polls the request, if there is one.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Option<(&mut Self, Poll<PageOutcome>)> {
        let polled = self.request.as_mut()?.poll(context);
        Some((self, polled))
    }

    /// Returns true if the request has finished with an error.
    pub(super) fn has_failed(&mut self) -> bool {
        let request = self.request.as_mut();
        request.is_some_and(PageRequest::has_failed)
    }
}

/// Returns true if a call ran out of time. Ahead of its page's turn, those before it may have taken that:
/// the turns of the rate limit, and the places.
pub(super) fn is_late(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::RateLimited | ErrorKind::Timeout)
}

/// A call that was started. Dropping it cancels it.
pub(super) enum PageRequest {
    /// Polled with the stream.
    Awaited(CallFuture),
    /// A task, so that it proceeds while the reader of the stream is busy: polled only with the
    /// stream, it would time out behind a slow reader.
    Task(Task),
    Done(Option<Box<PageOutcome>>),
}

pub(super) struct Task(JoinHandle<PageOutcome>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl PageRequest {
    /// Starts a call as a task.
    pub(super) fn ahead(call: CallFuture) -> Self {
        match Handle::try_current() {
            Ok(runtime) => Self::Task(Task(runtime.spawn(observe::in_this_span(call)))),
            // The call's own error says that it needs a runtime.
            Err(_) => Self::Awaited(call),
        }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<PageOutcome> {
        match self {
            Self::Awaited(call) => call.as_mut().poll(context),
            Self::Task(task) => Pin::new(&mut task.0).poll(context).map(|joined| {
                joined.unwrap_or_else(|error| match error.try_into_panic() {
                    Ok(panic) => std::panic::resume_unwind(panic),
                    Err(_) => Err(ended_with_the_runtime()),
                })
            }),
            Self::Done(outcome) => Poll::Ready(
                outcome
                    .take()
                    .map_or_else(|| Err(ended_with_the_runtime()), |outcome| *outcome),
            ),
        }
    }

    fn has_failed(&mut self) -> bool {
        if let Self::Task(task) = self
            && task.0.is_finished()
            && let Poll::Ready(outcome) = self.poll(&mut Context::from_waker(Waker::noop()))
        {
            *self = Self::Done(Some(Box::new(outcome)));
        }
        matches!(self, Self::Done(Some(outcome)) if outcome.is_err())
    }
}

fn ended_with_the_runtime() -> Error {
    Error::new(
        ErrorKind::Transport,
        "the runtime was shut down while the page was in flight".into(),
    )
    .reached(Sent::Maybe)
}
