//! The functions and types that generated code calls. They are not part of the public interface, and
//! change together with the macro.

mod builder;
mod probe;
pub(crate) mod returns;
pub(crate) mod tag;
pub(crate) mod values;

pub use builder::*;
pub use probe::{NotResult, Probe, Return, Selected};
pub use returns::{Fallible, FromJson, PagedResponse, RawBody, ResponseOf};
pub use tag::{JsonTag, Tag, TryFromResponseTag};
pub use values::*;

pub use bytes::Bytes;
pub use http::{HeaderName, HeaderValue, Request as HttpRequest};
pub use std::time::Duration;

pub use crate::endpoint::{DecoderOf, Endpoint, PagedEndpoint};
#[cfg(feature = "openapi")]
pub use crate::info::description::{
    Described, Description, NoSchemaTag, Parts, SchemaSource, SchemaTag, Style,
};
pub use crate::info::{EndpointInfo, ParameterInfo, Place, Verb};
pub use crate::media_type::{BYTES, FORM, JSON, MULTIPART};
pub use crate::options::{AwaitOrSend, RequestOptions};
pub use crate::request::{Encoder, reason};
pub use crate::response::Decoder;
pub use crate::service::without_lone_surrogates;
pub use crate::transport::BasePath;
pub use crate::{ApiVersion, Call, Client, Error, Items, Page, Pages, Response, Result};

/// Returns all versions of the API, in their order.
pub fn versions() -> impl Iterator<Item = ApiVersion> {
    ApiVersion::all().into_iter()
}

/// Returns the version of a number in a declaration, at compile time.
///
/// # Panics
///
/// If the API has no such version, which is a compile error.
#[must_use]
#[track_caller]
pub const fn declared_version(number: u8) -> ApiVersion {
    match ApiVersion::from_number(number) {
        Some(version) => version,
        None => panic!("the API has no such version; its versions are 1, 2, 3 and 4"),
    }
}

/// Creates a `Config` error, for the facade's own parts.
#[must_use]
pub fn config_error(text: String) -> Error {
    Error::config(text)
}

/// Creates the error for JSON that did not come in a response.
#[must_use]
pub fn decode_error(text: String, body: Bytes) -> Error {
    Error::decode(text).with_body(body)
}
