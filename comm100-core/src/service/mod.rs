//! Facts about Comm100's service and pure functions on them. Nothing here depends on another
//! module of the crate.

mod error_body;
mod host;
pub(crate) mod limit_message;
mod repeat;
mod surrogates;
mod version;

pub(crate) use error_body::ErrorBody;
pub(crate) use host::{ENTERPRISE, HOSTED, known_host};
pub(crate) use repeat::{PASSING_STATUSES, may_repeat_500};
pub use surrogates::without_lone_surrogates;
pub use version::ApiVersion;
