//! OAuth tokens: how they are asked for, shared, renewed, and what fails.

mod away;
mod failures;
mod issuer;
mod kinds;
mod renewal;
