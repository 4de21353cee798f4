//! From parameters to a request: path, query, form, JSON and headers.

mod body;
mod encoded;
mod encoder;
mod fields;
mod finite;
mod flatten;
mod flattened;
mod header;
mod json;
mod multipart;
mod object;
mod pairs;
mod part;
mod prepared;
mod raw;
mod scalar;
mod segment;
#[cfg(test)]
mod tests;
mod unsendable;

pub use body::RequestBody;
pub(crate) use encoded::{EncodedBody, EncodedRequest};
pub use encoder::Encoder;
#[cfg(feature = "reqwest")]
pub(crate) use multipart::CHUNK;
pub(crate) use multipart::Multipart;
pub(crate) use pairs::encoded_in_query;
pub use part::Part;
pub(crate) use prepared::PreparedCall;
pub use unsendable::reason;
