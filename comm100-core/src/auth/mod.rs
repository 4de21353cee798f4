//! The credentials of a client, and the authorization of its attempts.

mod access_token;
mod authorize;
mod backoff;
mod cached_token;
mod check;
mod credentials;
mod failure;
mod fetch;
mod fixed;
mod from_env;
mod progress;
mod secret_bytes;
mod token_cache;

pub use access_token::{AccessToken, TokenSource};
pub(crate) use authorize::{Authorization, Authorize, Ready};
pub use credentials::Credentials;
pub(crate) use fetch::TokenContext;
