//! The credentials of a client, and the authorization of its attempts.

mod authorize;
mod basic;
mod credentials;
mod secret_header;

pub(crate) use authorize::{Authorization, Authorize};
pub use credentials::Credentials;
