//! Facts about Comm100's service and pure functions on them. Nothing here depends on another
//! module of the crate.

mod error_body;
pub(crate) mod limit_message;
mod version;

pub(crate) use error_body::ErrorBody;
pub use version::ApiVersion;
