//! From the body of a response to the declared type.

mod body;
pub(crate) mod compression;
mod decode;
mod raw;
#[cfg(feature = "hyper")]
mod unread;

pub use body::Body;
pub(crate) use body::ReadError;
pub(crate) use decode::BodyUse;
pub use decode::{Decoder, Reply};
pub(crate) use raw::RawResponse;
#[cfg(feature = "hyper")]
pub(crate) use unread::Unread;
