//! When a failed attempt is followed by another, after which wait, and how many
//! of them all clones of a client may add to the load together.

mod after;
mod budget;
mod decide;
mod policy;

pub(crate) use after::retry_after;
pub(crate) use budget::Budget;
pub(crate) use decide::{Failure, may_retry};
pub use policy::RetryPolicy;
