//! The time of a message of a chat.

use std::fmt;

use jiff::civil::DateTime;
use serde::ser::{Serialize, Serializer};

use crate::model::scalar::{Scalar, deserialize_scalar, schema_of_type};
use crate::model::schema::described;

/// The time of a message of a chat. It has no zone.
///
/// The service writes it as `MM/dd/yyyy HH:mm:ss`, as far as the documentation shows. This is also the value of
/// the site's and the agents' setting of a format, so an account may write another one: it is kept as text.
/// `04/03/2024` is read as April 3, although an account that writes the day first would mean March 4.
///
/// ```
/// use comm100::v2::MessageTime;
///
/// let known = MessageTime::from("03/25/2019 14:06:07");
/// assert!(known.date_time().is_some());
/// assert_eq!(known.to_string(), "2019-03-25T14:06:07");
/// let other = MessageTime::from("25.03.2019 14:06");
/// assert_eq!(other.date_time(), None);
/// assert_eq!(other.to_string(), "25.03.2019 14:06");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageTime {
    /// A time that was written as `MM/dd/yyyy HH:mm:ss`, or as ISO 8601.
    At(DateTime),
    /// Any other text, as it was read; empty without a time.
    Other(String),
}

impl MessageTime {
    /// Returns the time, or `None` for other text.
    #[must_use]
    pub fn date_time(&self) -> Option<DateTime> {
        match self {
            Self::At(time) => Some(*time),
            Self::Other(_) => None,
        }
    }

    fn read(text: &str) -> Option<Self> {
        american(text.trim().as_bytes())
            .or_else(|| DateTime::from_text(text))
            .map(Self::At)
    }
}

/// No time.
impl Default for MessageTime {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl From<&str> for MessageTime {
    fn from(text: &str) -> Self {
        Self::read(text).unwrap_or_else(|| Self::Other(text.to_owned()))
    }
}

/// A known time as ISO 8601, any other text as it was read.
impl fmt::Display for MessageTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(time) => fmt::Display::fmt(time, formatter),
            Self::Other(text) => formatter.write_str(text),
        }
    }
}

impl Scalar for MessageTime {
    const EXPECTED: &'static str = "a time such as `03/25/2019 14:06:07`";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }

    fn from_owned_text(text: String) -> Option<Self> {
        Some(Self::read(&text).unwrap_or(Self::Other(text)))
    }

    fn from_signed(number: i64) -> Option<Self> {
        Some(Self::Other(number.to_string()))
    }

    fn from_unsigned(number: u64) -> Option<Self> {
        Some(Self::Other(number.to_string()))
    }

    fn from_float(number: f64) -> Option<Self> {
        Some(Self::Other(number.to_string()))
    }

    fn is_unset(&self) -> bool {
        *self == Self::default()
    }

    schema_of_type!();
}

deserialize_scalar!(MessageTime);

/// As on the wire.
impl Serialize for MessageTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::At(time) => serializer.collect_str(&time.strftime("%m/%d/%Y %H:%M:%S")),
            Self::Other(text) => serializer.serialize_str(text),
        }
    }
}

described!(
    MessageTime,
    "The time of a message of a chat, without a zone: `MM/dd/yyyy HH:mm:ss`, or the account's own format.",
    |_| schemars::json_schema!({ "type": "string", "examples": ["03/25/2019 14:06:07"] })
);

/// Parses `MM/dd/yyyy HH:mm:ss`. By hand, since a page of chats has hundreds of messages and jiff's
/// `strptime` reads its format again for each.
fn american(text: &[u8]) -> Option<DateTime> {
    let &[
        m1,
        m0,
        b'/',
        d1,
        d0,
        b'/',
        y3,
        y2,
        y1,
        y0,
        b' ',
        h1,
        h0,
        b':',
        n1,
        n0,
        b':',
        s1,
        s0,
    ] = text
    else {
        return None;
    };
    let two = |tens: u8, ones: u8| {
        let are_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        are_digits.then(|| (tens - b'0') * 10 + (ones - b'0'))
    };
    let part = |tens, ones| two(tens, ones).and_then(|part| i8::try_from(part).ok());
    let year = i16::from(two(y3, y2)?) * 100 + i16::from(two(y1, y0)?);
    let (month, day) = (part(m1, m0)?, part(d1, d0)?);
    let (hour, minute, second) = (part(h1, h0)?, part(n1, n0)?, part(s1, s0)?);
    DateTime::new(year, month, day, hour, minute, second, 0).ok()
}
