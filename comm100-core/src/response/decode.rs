//! From a body to what the endpoint declares.

use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::raw::RawResponse;
use crate::error::{ApiError, Error, Result};

/// How far into a wrong body its path is looked for, in bytes.
const MOST_DECODED_TWICE: usize = 1024 * 1024;

/// Decodes a response, given the path that was requested.
type DecodeFn<T> = fn(&RawResponse, &str) -> Result<T>;

/// What a response type needs of the body of a 2xx response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyUse {
    /// It is decoded after the call.
    Decoded,
    /// It is decoded inside the attempt, since the type may refuse it.
    Judged,
    /// Nothing: a body that cannot be read does not matter.
    Ignored,
}

/// Decodes a response to the declared type.
#[doc(hidden)]
pub struct Decoder<T> {
    decode: DecodeFn<T>,
    body_use: BodyUse,
    marker: PhantomData<fn() -> T>,
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
            marker: PhantomData,
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
        (self.decode)(raw, path)
    }
}

impl Decoder<()> {
    /// The body is ignored.
    #[must_use]
    pub const fn empty() -> Self {
        Self::new(|_, _| Ok(())).with_body_use(BodyUse::Ignored)
    }
}

impl Decoder<Bytes> {
    /// The body as it came.
    #[must_use]
    pub const fn bytes() -> Self {
        Self::new(|raw, _| Ok(raw.body.clone()))
    }
}

impl Decoder<String> {
    /// The body as text.
    #[must_use]
    pub const fn text() -> Self {
        Self::new(|raw, _| raw.text().map(str::to_owned))
    }
}

impl<T: DeserializeOwned> Decoder<T> {
    /// The body as JSON.
    #[must_use]
    pub const fn json() -> Self {
        Self::new(|raw, _| json(raw))
    }
}

impl<T: Reply> Decoder<T> {
    /// The body as JSON, which the type may refuse in spite of the status.
    #[must_use]
    pub const fn refusable() -> Self {
        Self::new(|raw, path| {
            let body: T::Body = json(raw)?;
            T::accept(body, path).map_err(|(code, message)| {
                Error::refused(ApiError::new(raw.status, code, message), raw.body.clone())
            })
        })
        .with_body_use(BodyUse::Judged)
    }
}

/// A response type that looks at a 2xx body before it is one: it may refuse
/// the body, or pick what was asked for.
///
/// An endpoint that returns such a type answers with an [`Api`](crate::ErrorKind::Api)
/// error where the type refuses:
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
    /// What the body is decoded to; often `Self`.
    type Body: DeserializeOwned;

    /// Takes what was decoded, or refuses with a code and a message. `path` is
    /// the request's, from the root, percent-encoded, without the query.
    fn accept(body: Self::Body, path: &str) -> Result<Self, (i64, String)>;
}

impl RawResponse {
    fn text(&self) -> Result<&str> {
        std::str::from_utf8(&self.body).map_err(|error| {
            self.error(format!(
                "the response is not UTF-8 from byte {} on",
                error.valid_up_to()
            ))
        })
    }

    fn error(&self, text: String) -> Error {
        Error::decode(text)
            .answered_with(self.status)
            .with_body(self.body.clone())
    }
}

fn json<T: DeserializeOwned>(raw: &RawResponse) -> Result<T> {
    // Validated once here, where `from_slice` would validate each string apart.
    let text = raw.text()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        // The path is tracked only for a body that is known to be wrong: tracking costs.
        let path = is_early(text, &error)
            .then(|| {
                let mut deserializer = serde_json::Deserializer::from_str(text);
                serde_path_to_error::deserialize::<_, T>(&mut deserializer).err()
            })
            .flatten()
            .map(|error| error.path().to_string());
        raw.error(explain(text, path.as_deref(), &error))
    })
}

/// Returns true if a second decode ends soon: it stops where the first one did.
fn is_early(text: &str, error: &serde_json::Error) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() <= MOST_DECODED_TWICE {
        return true;
    }
    let start = &bytes[..MOST_DECODED_TWICE];
    let lines = start.split(|byte| *byte == b'\n').count() - 1;
    // Line 0 is no place at all.
    (1..=lines).contains(&error.line())
        || (error.line() == lines + 1 && error.column() < MOST_DECODED_TWICE)
}

/// What is wrong with a body, without a word of it.
fn explain(text: &str, path: Option<&str>, error: &serde_json::Error) -> String {
    let start = text.trim_start();
    if start.is_empty() {
        return "the response is empty where JSON is expected; declare `Result<()>` if the endpoint returns nothing".into();
    }
    if start.starts_with('<') {
        return "the response is HTML or XML where JSON is expected; check the platform, another server may have answered".into();
    }
    let place = match path {
        // Too far into the body to look for it.
        None => String::new(),
        Some("." | "?") => String::from(" at its root"),
        Some(path) => format!(" at `{path}`"),
    };
    format!(
        "cannot decode the response: {}{place} (line {}, column {}); see `Error::body()`",
        expectation(error),
        error.line(),
        error.column(),
    )
}

/// The part of serde's message that the type wrote. The rest quotes the body.
fn expectation(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&position).unwrap_or(&message);
    match error.classify() {
        serde_json::error::Category::Data => {
            if let Some((_, expected)) = message.rsplit_once(", expected ") {
                format!("expected {expected}")
            } else if message.starts_with("missing field `")
                || message.starts_with("duplicate field `")
            {
                message.to_owned()
            } else {
                "the type rejects the value".to_owned()
            }
        }
        serde_json::error::Category::Eof => "the JSON ends early".to_owned(),
        _ => format!("invalid JSON, {message}"),
    }
}
