//! The rules that calls keep: retries, the daily quota, timeouts, the clock.

pub(crate) mod clock;
pub(crate) mod in_flight;
pub(crate) mod memory_store;
pub(crate) mod quota;
pub(crate) mod rate_limit;
pub(crate) mod retry;
pub(crate) mod settings;
