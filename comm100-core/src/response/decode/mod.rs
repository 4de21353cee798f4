//! The decoding of a body into the type that the endpoint declares.

mod json;
mod mistake;
mod place;
mod track;
mod tracked;
mod visit;

use bytes::Bytes;
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::download::Download;
use super::raw::{RawResponse, ResponseBody};
use crate::error::{ApiError, Error, Result};
use json::json;
pub(crate) use json::without_byte_order_mark;

/// Decodes a response, given the path that was requested.
type DecodeFn<T> = fn(&RawResponse, &str) -> Result<T>;

/// The part that a response type needs of the body of a 2xx response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyUse {
    /// It is decoded after the call.
    Decoded,
    /// It is decoded inside the attempt, since the type may reject it.
    Checked,
    /// Nothing: a body that cannot be read does not matter.
    Ignored,
    /// It is read after the call.
    Streamed,
}

/// Decodes a response to the declared type.
#[doc(hidden)]
pub struct Decoder<T> {
    decode: DecodeFn<T>,
    body_use: BodyUse,
}

impl<T> Clone for Decoder<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Decoder<T> {}

impl<T> Decoder<T> {
    const fn new(decode: DecodeFn<T>) -> Self {
        Self {
            decode,
            body_use: BodyUse::Decoded,
        }
    }

    const fn with_body_use(mut self, body_use: BodyUse) -> Self {
        self.body_use = body_use;
        self
    }

    pub(crate) const fn body_use(self) -> BodyUse {
        self.body_use
    }

    pub(crate) fn decode(self, raw: &RawResponse, path: &str) -> Result<T> {
        (self.decode)(raw, path).map_err(|error| error.with_headers(&raw.headers))
    }
}

impl Decoder<()> {
    /// Creates a decoder that ignores the body.
    #[must_use]
    pub const fn empty() -> Self {
        Self::new(|_, _| Ok(())).with_body_use(BodyUse::Ignored)
    }
}

impl Decoder<Bytes> {
    /// Creates a decoder that returns the body as it came.
    #[must_use]
    pub const fn bytes() -> Self {
        Self::new(|raw, _| Ok(raw.body.bytes().clone()))
    }
}

impl Decoder<Download> {
    /// Creates a decoder that returns the body as it arrives.
    #[must_use]
    pub const fn download() -> Self {
        Self::new(|raw, _| {
            let download = match &raw.body {
                ResponseBody::Download(slot) => slot.take(),
                ResponseBody::Whole(_) => None,
            };
            download.ok_or_else(|| Error::decode("the download was taken already".into()))
        })
        .with_body_use(BodyUse::Streamed)
    }
}

impl Decoder<String> {
    /// Creates a decoder of text.
    #[must_use]
    pub const fn text() -> Self {
        Self::new(|raw, _| json::text(raw).map(str::to_owned))
    }
}

impl<T: DeserializeOwned> Decoder<T> {
    /// Creates a decoder of JSON.
    #[must_use]
    pub const fn json() -> Self {
        Self::new(|raw, _| json(raw))
    }
}

impl<T: DeserializeOwned> Decoder<Option<T>> {
    /// Creates a decoder of JSON; a 204, an empty body and `null` are `None`.
    #[must_use]
    pub const fn optional() -> Self {
        Self::new(|raw, _| {
            let is_empty = raw.status == StatusCode::NO_CONTENT || json::is_empty(raw);
            if is_empty { Ok(None) } else { json(raw) }
        })
    }
}

impl<T: DeserializeOwned> Decoder<Vec<T>> {
    /// Creates a decoder of JSON; `null` is an empty list.
    #[must_use]
    pub const fn list() -> Self {
        Self::new(|raw, _| json::<Option<Vec<T>>>(raw).map(Option::unwrap_or_default))
    }
}

impl<T: Reply> Decoder<T> {
    /// Creates a decoder of JSON that the type may reject in spite of the status.
    #[must_use]
    pub const fn checked() -> Self {
        Self::new(|raw, path| {
            let body: T::Body = match json(raw) {
                Ok(body) => body,
                // A body that is not JSON may be what the type calls text.
                Err(error) => return text_of(raw).ok_or(error),
            };
            T::accept(body, path).map_err(|(code, message)| {
                Error::refused(
                    ApiError::new(raw.status, code, message),
                    raw.body.bytes().clone(),
                )
            })
        })
        .with_body_use(BodyUse::Checked)
    }
}

/// Reads a body that is not JSON.
fn text_of<T: Reply>(raw: &RawResponse) -> Option<T> {
    T::from_text(json::text(raw).ok()?)
}

/// A response type that checks a 2xx body before it is accepted: it may reject the body, or select
/// a part of it.
///
/// An endpoint that returns such a type fails with an [`Api`](crate::ErrorKind::Api) error if the type
/// rejects the body:
///
/// ```
/// use comm100::Reply;
///
/// #[derive(serde::Deserialize)]
/// struct Marked { error_code: i64, error_message: String }
///
/// impl Reply for Marked {
///     type Body = Self;
///
///     fn accept(body: Self, _path: &str) -> Result<Self, (i64, String)> {
///         match body.error_code {
///             0 => Ok(body),
///             code => Err((code, body.error_message)),
///         }
///     }
/// }
/// ```
pub trait Reply: Sized {
    /// The type that the body is decoded to; often `Self`.
    type Body: DeserializeOwned;

    /// Accepts the decoded body, or rejects it with a code and a message. `path` is
    /// the request's, from the root, percent-encoded, without the query.
    fn accept(body: Self::Body, path: &str) -> Result<Self, (i64, String)>;

    /// Reads a body that cannot be decoded, such as HTML. By default it is not accepted, and the
    /// response is a [`Decode`](crate::ErrorKind::Decode) error.
    #[must_use]
    fn from_text(_body: &str) -> Option<Self> {
        None
    }
}
