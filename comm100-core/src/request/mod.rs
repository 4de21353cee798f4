//! From parameters to a request: path, query, form, JSON and headers.

mod encoder;
mod fields;
mod flatten;
mod flattened;
mod header;
mod object;
mod pairs;
mod prepared;
mod scalar;
mod segment;

pub(crate) use encoder::EncodedRequest;
pub use encoder::Encoder;
pub(crate) use prepared::PreparedCall;
