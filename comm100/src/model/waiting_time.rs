//! The time that a visitor waited.

use std::fmt;
use std::time::Duration;

use serde::ser::{Serialize, Serializer};

use super::scalar::{Scalar, deserialize_scalar, schema_of_type};
use super::schema::described;

/// The wait of a visitor: `10s`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WaitingTime {
    /// Seconds.
    Seconds(u64),
    /// Any other text.
    Other(String),
}

impl WaitingTime {
    /// Returns the time as a duration, or `None` for other text.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        match self {
            Self::Seconds(seconds) => Some(Duration::from_secs(*seconds)),
            Self::Other(_) => None,
        }
    }
}

impl Default for WaitingTime {
    fn default() -> Self {
        Self::Seconds(0)
    }
}

impl From<&str> for WaitingTime {
    fn from(text: &str) -> Self {
        let number = text.trim_ascii();
        let number = number.strip_suffix('s').unwrap_or(number).trim_ascii_end();
        number
            .parse()
            .map_or_else(|_| Self::Other(text.to_owned()), Self::Seconds)
    }
}

/// As on the wire.
impl fmt::Display for WaitingTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seconds(seconds) => write!(formatter, "{seconds}s"),
            Self::Other(text) => formatter.write_str(text),
        }
    }
}

impl Scalar for WaitingTime {
    const EXPECTED: &'static str = "a time such as `10s`";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }

    fn from_signed(number: i64) -> Option<Self> {
        Some(Self::from(number.to_string().as_str()))
    }

    fn from_unsigned(seconds: u64) -> Option<Self> {
        Some(Self::Seconds(seconds))
    }

    fn from_float(number: f64) -> Option<Self> {
        Some(Self::Other(number.to_string()))
    }

    schema_of_type!();
}

deserialize_scalar!(WaitingTime);

impl Serialize for WaitingTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

described!(
    WaitingTime,
    "The wait of a visitor, in seconds.",
    |_| schemars::json_schema!({ "type": "string", "examples": ["10s"] })
);
