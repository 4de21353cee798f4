//! The location of the API: the platform, its origins, and the base URL of each version.

mod base;
mod from_env;
mod location;
mod origin;
#[expect(
    clippy::module_inception,
    reason = "the folder has the name of its main type"
)]
mod platform;
#[cfg(feature = "reqwest")]
mod url_parts;

pub(crate) use base::Base;
pub(crate) use location::Location;
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
pub(crate) use origin::is_loopback;
pub use origin::{BaseUrl, Origin};
pub use platform::Platform;
