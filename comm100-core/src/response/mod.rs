//! From the body of a response to the declared type.

mod body;
pub(crate) mod compression;
mod decode;
mod download;
mod raw;
mod temporary_file;
#[cfg(test)]
mod tests;
#[cfg(feature = "__hyper")]
mod unread;

pub use body::Body;
pub(crate) use body::ReadError;
pub(crate) use decode::{BodyUse, without_byte_order_mark};
pub use decode::{Decoder, Reply};
pub use download::Download;
pub(crate) use download::DownloadLimits;
pub(crate) use raw::{DownloadSlot, RawResponse, ResponseBody};
#[cfg(feature = "__hyper")]
pub(crate) use unread::Unread;
