//! Retries: when a failed attempt is followed by another, after which wait, and how many retries all
//! clones of a client may add to the load.

mod after;
mod attempt;
mod budget;
mod decide;
mod policy;
mod validate;

pub(crate) use after::retry_after;
pub use attempt::{Attempt, Verdict};
pub(crate) use budget::Budget;
pub(crate) use decide::{may_retry, shows_health};
pub use policy::RetryPolicy;
