//! What generated code calls. No part of the public interface but [`bounds`](crate::bounds):
//! it changes with the macro, in step.

pub(crate) mod returns;
pub(crate) mod tag;
pub(crate) mod values;

pub use returns::{FromJson, PagedResponse, RawBody, Returned};
pub use tag::{JsonTag, RefusalTag, Tag};
pub use values::{
    FlattenValue, FormValue, HeaderField, JsonBody, PageNumber, PathValue, QueryValue,
};

pub use bytes::Bytes;
pub use http::{HeaderName, HeaderValue, Request as HttpRequest};
pub use std::time::Duration;

pub use crate::decode::Decoder;
#[cfg(feature = "openapi")]
pub use crate::describe::{Described, Description, Parts, Probe, Style, Typed, UntoldTag};
pub use crate::draft::Draft;
pub use crate::encode::Encoder;
pub use crate::endpoint::{Endpoint, EndpointInfo, ParameterInfo, Place, Verb};
pub use crate::{Call, Client, Error, Items, Page, Pages, Response, Result};

/// An endpoint with a `#[query(page)]` parameter.
pub trait PagedEndpoint: Endpoint {
    /// What the pages are of.
    type Item;
}

/// For the facade's own parts, which cannot make an error otherwise.
#[must_use]
pub fn config_error(text: String) -> Error {
    Error::config(text)
}
