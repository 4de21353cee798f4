//! OAuth tokens: requests, sharing, renewal and failures.

mod away;
mod failures;
mod issuer;
mod kinds;
mod renewal;
