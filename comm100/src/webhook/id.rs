//! Ids of both generations of the platform.

use std::fmt;

use serde::ser::{Serialize, Serializer};

use crate::model::scalar::{Scalar, deserialize_scalar, schema_of_type};
use crate::model::schema::described;

/// The id of an agent, department or skill: an integer on the old platform, a GUID on the new one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Id {
    /// An integer.
    Number(u64),
    /// A GUID, or any other text.
    Text(String),
}

impl Id {
    /// Returns the integer, if the id is one.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(_) => None,
        }
    }
}

impl Default for Id {
    fn default() -> Self {
        Self::Number(0)
    }
}

/// As on the wire.
impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => fmt::Display::fmt(number, formatter),
            Self::Text(text) => formatter.write_str(text),
        }
    }
}

/// Placeholders for no id are absent: -1, an empty text, the GUID of zeros.
impl Scalar for Id {
    const EXPECTED: &'static str = "an integer or a string";

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_nothing = text == "-1" || text.bytes().all(|byte| matches!(byte, b'0' | b'-'));
        if is_nothing && text != "0" {
            return None;
        }
        let number = text.parse().map(Self::Number);
        Some(number.unwrap_or_else(|_| Self::Text(text.to_owned())))
    }

    fn from_signed(number: i64) -> Option<Self> {
        u64::try_from(number).ok().map(Self::Number)
    }

    fn from_unsigned(number: u64) -> Option<Self> {
        Some(Self::Number(number))
    }

    schema_of_type!();
}

deserialize_scalar!(Id);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

described!(
    Id,
    "An id: an integer on the old platform, a GUID on the new one.",
    |_| schemars::json_schema!({ "type": ["integer", "string"] })
);
