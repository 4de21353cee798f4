//! A declarative client for the Comm100 Live Chat REST API.

pub use comm100_core::*;

#[doc(hidden)]
pub use comm100_core::__private;

#[cfg(feature = "sandbox")]
#[cfg_attr(docsrs, doc(cfg(feature = "sandbox")))]
pub mod sandbox;
