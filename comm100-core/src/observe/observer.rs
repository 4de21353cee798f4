//! Observes one call, from its start to its decoded response.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use super::counters::Counters;
#[cfg(feature = "tracing")]
use super::trace;
use crate::error::Error;
use crate::info::EndpointInfo;
use crate::platform::Base;

/// Observes one call until it ends. Dropped before, the call counts as cancelled.
pub(crate) struct CallObserver<'a> {
    counters: &'a Arc<Counters>,
    /// `None` once the call is over: a flag would take room in every call's future.
    started: Option<Instant>,
    #[cfg(feature = "tracing")]
    span: trace::CallSpan,
}

impl<'a> CallObserver<'a> {
    #[cfg_attr(
        not(feature = "tracing"),
        expect(unused_variables, reason = "only the span needs the endpoint")
    )]
    pub(crate) fn start(
        counters: &'a Arc<Counters>,
        endpoint: &EndpointInfo,
        base: &Base,
        started: Instant,
    ) -> Self {
        counters.begin();
        Self {
            counters,
            started: Some(started),
            #[cfg(feature = "tracing")]
            span: trace::CallSpan::begin(endpoint, base),
        }
    }

    /// Enters the call's span whenever the future is polled.
    #[cfg(feature = "tracing")]
    pub(crate) fn around<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
        self.span.around(future)
    }

    /// Returns the future unchanged, since there is no span.
    #[cfg(not(feature = "tracing"))]
    #[expect(
        clippy::unused_self,
        reason = "the same signature as with the feature `tracing`"
    )]
    pub(crate) fn around<F: Future>(&self, future: F) -> F {
        future
    }

    /// Counts the outcome of a call that ended then.
    #[cfg_attr(
        not(feature = "tracing"),
        expect(unused_variables, reason = "only the span needs the attempts")
    )]
    pub(crate) fn end(
        mut self,
        ended: Instant,
        attempts: u32,
        outcome: Result<StatusCode, &Error>,
    ) -> DecodeObserver {
        if let Some(started) = self.started.take() {
            let failure = outcome.as_ref().err().map(|error| error.kind());
            self.counters.end(ended - started, failure);
        }
        #[cfg(feature = "tracing")]
        self.span.end(attempts, outcome);
        DecodeObserver {
            counters: Arc::clone(self.counters),
            #[cfg(feature = "tracing")]
            span: self.span.clone(),
        }
    }
}

impl Drop for CallObserver<'_> {
    fn drop(&mut self) {
        if self.started.is_some() {
            self.counters.cancel();
        }
    }
}

/// Counts one attempt of a call, which took this time.
pub(crate) fn attempted(
    counters: &Counters,
    number: u32,
    time: Duration,
    outcome: Result<StatusCode, &Error>,
) {
    counters.attempted(number, time);
    #[cfg(feature = "tracing")]
    trace::attempted(number, time, outcome);
    #[cfg(not(feature = "tracing"))]
    let _ = outcome;
}

/// Records a response that cannot be decoded.
#[derive(Clone, Debug)]
pub(crate) struct DecodeObserver {
    counters: Arc<Counters>,
    #[cfg(feature = "tracing")]
    span: trace::CallSpan,
}

impl DecodeObserver {
    /// Counts the call as failed after all.
    pub(crate) fn undecodable(&self, error: &Error) {
        self.counters.undecodable(error.kind());
        #[cfg(feature = "tracing")]
        self.span.fail(error);
    }
}

/// Keeps the current span and subscriber, which `tokio::spawn` would lose.
#[cfg(feature = "tracing")]
pub(crate) fn in_this_span<F: Future>(future: F) -> impl Future<Output = F::Output> + use<F> {
    trace::in_this_span(future)
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn in_this_span<F: Future>(future: F) -> F {
    future
}

/// Keeps the current subscriber, which `tokio::spawn` would lose, but not the span: that of a call ends with its result,
/// and a task that many calls share may end later.
#[cfg(feature = "tracing")]
pub(crate) fn in_no_span<F: Future>(future: F) -> impl Future<Output = F::Output> + use<F> {
    trace::in_no_span(future)
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn in_no_span<F: Future>(future: F) -> F {
    future
}
