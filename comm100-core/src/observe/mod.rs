//! What can be seen of the calls from outside: counts and latencies, and with the feature `tracing`
//! a span a call and an event an attempt.

mod counters;
mod histogram;
mod stats;
#[cfg(feature = "tracing")]
mod trace;

use std::future::Future;

use tokio::time::Instant;

use crate::client::Client;
use crate::error::{Error, Result};
use crate::request::PreparedCall;
use crate::response::RawResponse;

pub(crate) use counters::Counters;
pub use stats::{Latency, Stats};

/// One call, from its beginning to its answer. Dropped before, it was cancelled.
pub(crate) struct CallObserver<'a> {
    client: &'a Client,
    began: Instant,
    is_over: bool,
    #[cfg(feature = "tracing")]
    span: trace::CallSpan,
}

impl<'a> CallObserver<'a> {
    #[cfg_attr(
        not(feature = "tracing"),
        expect(unused_variables, reason = "the span alone tells of the endpoint")
    )]
    pub(crate) fn begin(client: &'a Client, plan: &PreparedCall) -> Self {
        client.inner.counters.begin();
        Self {
            client,
            began: Instant::now(),
            is_over: false,
            #[cfg(feature = "tracing")]
            span: trace::CallSpan::begin(client, plan),
        }
    }

    /// The future, with the call's span entered while it runs.
    #[cfg(feature = "tracing")]
    pub(crate) fn around<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
        self.span.around(future)
    }

    /// The future itself: there is no span.
    #[cfg(not(feature = "tracing"))]
    #[expect(
        clippy::unused_self,
        reason = "of one shape with the feature `tracing`"
    )]
    pub(crate) fn around<F: Future>(&self, future: F) -> F {
        future
    }

    /// Counts what became of the call.
    #[cfg_attr(
        not(feature = "tracing"),
        expect(unused_variables, reason = "the span alone tells of the attempts")
    )]
    pub(crate) fn end(mut self, attempts: u32, outcome: &mut Result<RawResponse>) {
        self.is_over = true;
        let failure = outcome.as_ref().err().map(Error::kind);
        let counters = &self.client.inner.counters;
        counters.end(self.began.elapsed(), failure);
        #[cfg(feature = "tracing")]
        self.span.end(attempts, outcome);
        if let Ok(raw) = outcome {
            raw.seen = Some(DecodeObserver {
                client: self.client.clone(),
                #[cfg(feature = "tracing")]
                span: self.span.clone(),
            });
        }
    }
}

impl Drop for CallObserver<'_> {
    fn drop(&mut self) {
        if !self.is_over {
            self.client.inner.counters.cancel();
        }
    }
}

/// Counts one attempt of a call.
pub(crate) fn attempted(
    counters: &Counters,
    number: u32,
    began: Instant,
    outcome: std::result::Result<&RawResponse, &Error>,
) {
    let time = began.elapsed();
    counters.attempted(number, time);
    #[cfg(feature = "tracing")]
    trace::attempted(number, time, outcome);
    #[cfg(not(feature = "tracing"))]
    let _ = outcome;
}

/// What is left of a call's watch while its answer is decoded.
#[derive(Clone, Debug)]
pub(crate) struct DecodeObserver {
    client: Client,
    #[cfg(feature = "tracing")]
    span: trace::CallSpan,
}

impl DecodeObserver {
    /// The call was answered, and the answer is of no use.
    pub(crate) fn undecodable(&self, error: &Error) {
        self.client.inner.counters.undecodable(error.kind());
        #[cfg(feature = "tracing")]
        self.span.fail(error);
    }
}

/// A page ahead is a task, which belongs to the span of the stream's reader.
#[cfg(feature = "tracing")]
pub(crate) fn in_this_span<F: Future>(future: F) -> impl Future<Output = F::Output> + use<F> {
    trace::in_this_span(future)
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn in_this_span<F: Future>(future: F) -> F {
    future
}
