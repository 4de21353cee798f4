//! OAuth tokens: requests, sharing, renewal and failures.

mod accounts;
mod away;
mod expired;
mod failures;
mod issuer;
mod kinds;
mod rejected;
mod renewal;
mod runtimes;
mod stalled;
