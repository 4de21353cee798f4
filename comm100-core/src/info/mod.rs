//! The metadata of declared endpoints: plain data.

#[cfg(feature = "openapi")]
pub(crate) mod description;
mod endpoint;
mod parameter;
mod verb;

pub use endpoint::EndpointInfo;
pub(crate) use endpoint::UrlOf;
pub use parameter::{ParameterInfo, Place};
pub use verb::Verb;
