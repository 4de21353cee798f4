//! OAuth tokens: how they are asked for, shared, renewed, and what fails.

mod failures;
mod issuer;
mod kinds;
mod renewal;
