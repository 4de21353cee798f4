//! How long a visitor waited.

use std::fmt;
use std::time::Duration;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::model::field::serde_field;
use crate::model::schema::described;

/// How long a visitor waited: `10s`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WaitingTime {
    /// Seconds.
    Seconds(u64),
    /// What is no number of seconds.
    Other(String),
}

impl WaitingTime {
    /// The time as a duration, if it is a number of seconds.
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

impl<'de> Deserialize<'de> for WaitingTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WaitingTimeVisitor)
    }
}

struct WaitingTimeVisitor;

impl Visitor<'_> for WaitingTimeVisitor {
    type Value = WaitingTime;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a time such as `10s`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<WaitingTime, E> {
        Ok(WaitingTime::from(text))
    }

    fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<WaitingTime, E> {
        Ok(WaitingTime::Seconds(seconds))
    }

    fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<WaitingTime, E> {
        Ok(WaitingTime::Other(seconds.to_string()))
    }
}

impl Serialize for WaitingTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

serde_field!(WaitingTime);

described!(
    WaitingTime,
    "How long a visitor waited, in seconds.",
    |_| schemars::json_schema!({ "type": "string", "examples": ["10s"] })
);
