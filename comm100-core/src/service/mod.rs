//! Facts about Comm100's service and pure functions on them. Nothing here depends on another
//! module of the crate.

mod version;

pub use version::ApiVersion;
