//! A declarative client for the Comm100 Live Chat REST API.

#[cfg(feature = "mock")]
#[cfg_attr(docsrs, doc(cfg(feature = "mock")))]
pub mod mock;

pub use comm100_core::*;
pub use comm100_macros::{Endpoint, api};

#[doc(hidden)]
pub use comm100_core::__private;

#[cfg(feature = "sandbox")]
#[cfg_attr(docsrs, doc(cfg(feature = "sandbox")))]
pub mod sandbox;

#[cfg(feature = "v1")]
#[cfg_attr(docsrs, doc(cfg(feature = "v1")))]
pub mod v1;

/// What a module that declares or calls endpoints needs: `use comm100::prelude::*`.
pub mod prelude {
    pub use crate::{Client, Credentials, Platform, Result, api};
}

/// The code of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
