//! Metrics of calls: counts and latencies, and with the feature `tracing` one span per call and one
//! event per attempt.

mod counters;
mod histogram;
mod observer;
mod stats;
#[cfg(feature = "tracing")]
mod trace;

pub(crate) use counters::Counters;
pub(crate) use observer::{CallObserver, DecodeObserver, attempted, in_no_span, in_this_span};
pub use stats::{Latency, Stats};
