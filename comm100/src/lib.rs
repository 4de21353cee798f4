//! A declarative client for the Comm100 Live Chat REST API.

pub use comm100_core::*;

#[doc(hidden)]
pub use comm100_core::__private;
