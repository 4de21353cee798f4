//! From a body to what the endpoint declares.

use std::marker::PhantomData;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::error::{ApiError, Error, Result};
use crate::observe::DecodeObserver;

/// A 2xx response, its body whole.
#[derive(Clone, Debug)]
pub(crate) struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) attempts: u32,
    /// The request's path from the root, then its query.
    pub(crate) target: String,
    pub(crate) path_length: usize,
    /// Set when the call is over.
    pub(crate) seen: Option<DecodeObserver>,
}

/// How a response type is read.
#[doc(hidden)]
pub struct Decoder<T> {
    decode: fn(&RawResponse) -> Result<T>,
    marker: PhantomData<fn() -> T>,
}

impl<T> Clone for Decoder<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Decoder<T> {}

impl<T> Decoder<T> {
    const fn new(decode: fn(&RawResponse) -> Result<T>) -> Self {
        Self {
            decode,
            marker: PhantomData,
        }
    }

    pub(crate) fn decode(self, raw: &RawResponse) -> Result<T> {
        (self.decode)(raw)
    }
}

impl Decoder<()> {
    /// The body is ignored.
    #[must_use]
    pub const fn empty() -> Self {
        Self::new(|_| Ok(()))
    }
}

impl Decoder<Bytes> {
    /// The body as it came.
    #[must_use]
    pub const fn bytes() -> Self {
        Self::new(|raw| Ok(raw.body.clone()))
    }
}

impl Decoder<String> {
    /// The body as text.
    #[must_use]
    pub const fn text() -> Self {
        Self::new(|raw| raw.text().map(str::to_owned))
    }
}

impl<T: DeserializeOwned> Decoder<T> {
    /// The body as JSON.
    #[must_use]
    pub const fn json() -> Self {
        Self::new(json)
    }
}

impl<T: Reply> Decoder<T> {
    /// The body as JSON, which the type may refuse in spite of the status.
    #[must_use]
    pub const fn refusable() -> Self {
        Self::new(|raw| {
            let body: T::Body = json(raw)?;
            T::accept(body, raw.path()).map_err(|(code, message)| {
                Error::refused(
                    ApiError::new(raw.status, Some(code), Some(message)),
                    raw.body.clone(),
                )
            })
        })
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
    fn path(&self) -> &str {
        self.target.get(..self.path_length).unwrap_or_default()
    }

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
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let path = serde_path_to_error::deserialize::<_, T>(&mut deserializer)
            .err()
            .map(|error| error.path().to_string());
        raw.error(explain(text, path.as_deref(), &error))
    })
}

/// What is wrong with a body, without a word of it.
fn explain(text: &str, path: Option<&str>, error: &serde_json::Error) -> String {
    let start = text.trim_start();
    if start.is_empty() {
        return "the response is empty where JSON is expected; declare `Result<()>` if the endpoint answers nothing".into();
    }
    if start.starts_with('<') {
        return "the response is HTML or XML where JSON is expected; check the platform, this may be the page of another server".into();
    }
    let place = match path {
        None | Some("." | "?") => String::from("its root"),
        Some(path) => format!("`{path}`"),
    };
    format!(
        "the response is not what the endpoint declares: at {place} {}; `body()` has the whole",
        expectation(error)
    )
}

/// The part of serde's message that the type wrote. The rest quotes the body.
fn expectation(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    let position = format!(" at line {line} column {column}");
    let message = message.strip_suffix(&position).unwrap_or(&message);
    let what = match error.classify() {
        serde_json::error::Category::Data => {
            if let Some((_, expected)) = message.rsplit_once(", expected ") {
                format!("{expected} is expected")
            } else if message.starts_with("missing field `")
                || message.starts_with("duplicate field `")
            {
                format!("there is a {message}")
            } else {
                "the type refuses the value".to_owned()
            }
        }
        serde_json::error::Category::Eof => "the JSON ends early".to_owned(),
        _ => format!("the JSON is broken ({message})"),
    };
    format!("{what} (line {line}, column {column})")
}
