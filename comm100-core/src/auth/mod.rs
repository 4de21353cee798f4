//! Who calls.

mod credentials;

pub use credentials::Credentials;
