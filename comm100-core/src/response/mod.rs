//! From the body of a response to the declared type.

mod body;
pub(crate) mod compression;
mod decode;

pub use body::Body;
pub(crate) use body::ReadError;
pub(crate) use decode::RawResponse;
pub use decode::{Decoder, Reply};
