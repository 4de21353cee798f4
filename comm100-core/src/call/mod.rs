//! A call in flight: its future, the loop of its attempts, and one attempt.

mod attempt;
mod authorization;
#[expect(
    clippy::module_inception,
    reason = "the folder has the name of its main type"
)]
mod call;
mod completed;
mod context;
mod fetch;
mod handoff;
mod outgoing;
mod response;
mod run;
mod state;

pub use call::{Call, Response};
pub(crate) use call::{check, response, value};
pub(crate) use completed::{CallFuture, CompletedCall, Finish};
pub(crate) use fetch::streamed_headers;
pub(crate) use handoff::Acceptance;
pub(crate) use outgoing::outgoing;
pub(crate) use run::start;
