//! Who calls.

mod credentials;

pub use credentials::Credentials;
pub(crate) use credentials::environment;
