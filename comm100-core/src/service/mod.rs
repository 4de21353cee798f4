//! Facts about Comm100's service and pure functions on them. Nothing here depends on another
//! module of the crate.

pub(crate) mod limit_message;
mod version;

pub use version::ApiVersion;
