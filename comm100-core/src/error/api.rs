//! The decoding of an error body into `<code, message>`.

use std::fmt;

use http::StatusCode;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::one_line::OneLine;

/// Longer bodies are not an error's `<code, message>`, and the tolerant parser
/// is not made for attackers: its work is bounded by this.
const TOLERANT_CAP: usize = 4 * 1024;

/// What the service said of an error: a code, a message, and the status.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiError {
    code: Option<i64>,
    message: Option<String>,
    status: StatusCode,
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: Option<i64>, message: Option<String>) -> Self {
        Self {
            code,
            message,
            status,
        }
    }

    /// Reads a body as strict JSON, else as the documented form with unquoted
    /// keys. What is neither (HTML, nothing, a part) leaves the status alone.
    pub(crate) fn decode(status: StatusCode, body: &[u8]) -> Self {
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let said = serde_json::from_slice::<ErrorBody>(body)
            .ok()
            .or_else(|| tolerant(body))
            .unwrap_or_default();
        Self::new(status, said.code, said.message)
    }

    /// The service's code, such as 400000.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.code
    }

    /// The service's message, as it was sent.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }
}

/// `<code, message>`, as far as the service sent them, on one line and capped.
impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.code, &self.message) {
            (Some(code), Some(message)) => write!(formatter, "<{code}, {}>", OneLine(message)),
            (Some(code), None) => write!(formatter, "<{code}>"),
            (None, Some(message)) => write!(formatter, "<{}>", OneLine(message)),
            (None, None) => write!(formatter, "<{}>", self.status),
        }
    }
}

/// The documented example, `{ code: 400000, message: "..." }`, is JSON5.
fn tolerant(body: &[u8]) -> Option<ErrorBody> {
    let text = std::str::from_utf8(body).ok()?.trim();
    // Its parser recurses, so what nests is not given to it.
    let flat = text.len() <= TOLERANT_CAP
        && text.starts_with('{')
        && text[1..]
            .bytes()
            .filter(|byte| matches!(byte, b'{' | b'['))
            .count()
            < 16;
    if flat {
        json5::from_str(text).ok()
    } else {
        None
    }
}

#[derive(Default)]
struct ErrorBody {
    code: Option<i64>,
    message: Option<String>,
}

impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ErrorBodyVisitor)
    }
}

struct ErrorBodyVisitor;

impl<'de> Visitor<'de> for ErrorBodyVisitor {
    type Value = ErrorBody;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with a code and a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ErrorBody, A::Error> {
        let mut said = ErrorBody::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "code" | "error_code" | "errorCode" | "Code" => {
                    said.code = map.next_value::<Scalar>()?.into_code().or(said.code);
                }
                "message" | "error_message" | "errorMessage" | "Message" => {
                    said.message = map.next_value::<Scalar>()?.into_message().or(said.message);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(said)
    }
}

/// A value of any JSON type, of which scalars are kept.
enum Scalar {
    Integer(i64),
    Text(String),
    Other,
}

impl Scalar {
    fn into_code(self) -> Option<i64> {
        match self {
            Self::Integer(code) => Some(code),
            Self::Text(text) => text.trim().parse().ok(),
            Self::Other => None,
        }
    }

    fn into_message(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Integer(_) | Self::Other => None,
        }
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
        Ok(i64::try_from(value).map_or(Scalar::Other, Scalar::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
        // 400000.0 is 400000; beyond 2^53 a float is no exact code.
        let exact = value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0;
        #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
        Ok(if exact {
            Scalar::Integer(value as i64)
        } else {
            Scalar::Other
        })
    }

    fn visit_str<E>(self, value: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_none<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }
}
