//! From parameters to a request: path, query, form, JSON and headers.

mod encoder;
mod flatten;
mod header;
mod pairs;
mod prepared;
mod scalar;
mod segment;

pub(crate) use encoder::EncodedRequest;
pub use encoder::Encoder;
pub(crate) use prepared::PreparedCall;
