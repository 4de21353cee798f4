//! The means with which the models of the API are written: a model is read field by field, in every
//! documented form, whatever else is there. Both versions of the API share them.
//!
//! A field that cannot be read keeps its default, so that one odd field never fails a page. Values go
//! straight to their types; nothing is buffered.

pub(crate) mod attachment;
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) mod campaign;
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) mod canned;
pub(crate) mod chat_operators;
pub(crate) mod codec;
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) mod conversion_code;
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) mod custom_field;
pub(crate) mod custom_variable;
pub(crate) mod field;
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) mod field_layout;
pub(crate) mod ids;
pub(crate) mod lenient;
pub(crate) mod object;
pub(crate) mod open_enum;
pub(crate) mod scalar;
pub(crate) mod scalars;
pub(crate) mod schema;
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) mod secret;
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) mod times;
pub(crate) mod visitor_status;
pub(crate) mod waiting_time;
pub(crate) mod wire_time;

pub(crate) use comm100_macros::Model;
#[cfg(any(feature = "v1", feature = "v2"))]
pub use secret::Secret;
pub use wire_time::{NotAWireTime, WireTime};
