//! Times as the service writes them: `/Date(1358453897000+0800)/`.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::Offset;
use serde::ser::{Serialize, Serializer};

use super::scalar::{Scalar, deserialize_scalar, schema_of_type};
use super::schema::described;

/// A time of a chat, an offline message or a visitor: `/Date(N)/`, possibly with an offset.
///
/// The unit of N is not documented, and the service uses two: a number below 10^11 is read as
/// seconds since 1970-01-01T00:00Z, a larger one as milliseconds. N and the offset are kept, and
/// written again as they were read. A time that is absent, null or unreadable is
/// [`UNKNOWN`](Self::UNKNOWN).
///
/// ```
/// use comm100::v1::WireTime;
///
/// let time: WireTime = "/Date(1358453897000+0800)/".parse()?;
/// assert_eq!(time.timestamp().to_string(), "2013-01-17T20:18:17Z");
/// assert_eq!(time.to_string(), "/Date(1358453897000+0800)/");
/// # Ok::<(), comm100::v1::NotAWireTime>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WireTime {
    value: i64,
    offset: Option<WireOffset>,
}

/// An offset as four digits: hours and minutes. It does not move the instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct WireOffset {
    negative: bool,
    digits: u16,
}

/// The error for text that is not `/Date(N)/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAWireTime(());

/// Magnitudes below are seconds: as milliseconds they would all be in 1966 to 1973.
const SECONDS_BELOW: u64 = 100_000_000_000;

/// [`UNKNOWN`](WireTime::UNKNOWN)
impl Default for WireTime {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

impl WireTime {
    /// A time that the service did not send, or not readably. It is written as null, and its
    /// [`checked_timestamp`](Self::checked_timestamp) is `None`.
    pub const UNKNOWN: Self = Self::new(i64::MIN);

    /// Returns true for [`UNKNOWN`](Self::UNKNOWN).
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        self.value == i64::MIN
    }

    /// Creates the time of N, as it is on the wire, without an offset.
    #[must_use]
    pub const fn new(value: i64) -> Self {
        Self {
            value,
            offset: None,
        }
    }

    /// Returns N: seconds or milliseconds since 1970-01-01T00:00Z, by its magnitude.
    #[must_use]
    pub const fn value(self) -> i64 {
        self.value
    }

    /// Returns the instant. If N is out of the range of [`Timestamp`], returns its first or last
    /// one; see [`checked_timestamp`](Self::checked_timestamp).
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        self.checked_timestamp().unwrap_or(if self.value < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }

    /// Returns the instant, or `None` if N is out of the years -9999 to 9999.
    #[must_use]
    pub fn checked_timestamp(self) -> Option<Timestamp> {
        if self.value.unsigned_abs() < SECONDS_BELOW {
            Timestamp::from_second(self.value).ok()
        } else {
            Timestamp::from_millisecond(self.value).ok()
        }
    }

    /// Returns the offset after N. It does not move the instant. `None` also if it is not an
    /// offset (`+9999`).
    #[must_use]
    pub fn offset(self) -> Option<Offset> {
        let WireOffset { negative, digits } = self.offset?;
        let (hours, minutes) = (i32::from(digits / 100), i32::from(digits % 100));
        if minutes >= 60 {
            return None;
        }
        let seconds = (hours * 60 + minutes) * 60;
        Offset::from_seconds(if negative { -seconds } else { seconds }).ok()
    }

    /// Reads the whole form, as bytes: every chat of a page has two or three.
    fn parse(text: &[u8]) -> Option<Self> {
        let inner = text.strip_prefix(b"/Date(")?.strip_suffix(b")/")?;
        let sign = usize::from(inner.first() == Some(&b'-'));
        let mut end = sign;
        let mut magnitude: i64 = 0;
        while let Some(digit @ b'0'..=b'9') = inner.get(end) {
            // Only 19 digits or more can wrap; those are read again below.
            magnitude = magnitude
                .wrapping_mul(10)
                .wrapping_add(i64::from(digit - b'0'));
            end += 1;
        }
        let (number, offset) = inner.split_at(end);
        let value = match end - sign {
            0 => return None,
            1..=18 if sign == 1 => -magnitude,
            1..=18 => magnitude,
            _ => std::str::from_utf8(number).ok()?.parse().ok()?,
        };
        // This value is reserved for `UNKNOWN`, which is written as null.
        if value == i64::MIN {
            return None;
        }
        Some(Self {
            value,
            offset: match offset {
                [] => None,
                _ => Some(WireOffset::parse(offset)?),
            },
        })
    }
}

impl WireOffset {
    fn parse(text: &[u8]) -> Option<Self> {
        let (negative, digits) = match text {
            [b'-', digits @ ..] => (true, digits),
            [b'+', digits @ ..] => (false, digits),
            _ => return None,
        };
        if digits.len() != 4 {
            return None;
        }
        let mut number = 0;
        for digit in digits {
            if !digit.is_ascii_digit() {
                return None;
            }
            number = number * 10 + u16::from(digit - b'0');
        }
        Some(Self {
            negative,
            digits: number,
        })
    }
}

/// In milliseconds if those are at least 10^11, else in seconds, so that it is read as it was
/// meant; what is lost is the fraction of a second, and of times in 1966 to 1973 the milliseconds.
impl From<Timestamp> for WireTime {
    fn from(timestamp: Timestamp) -> Self {
        let milliseconds = timestamp.as_millisecond();
        Self::new(if milliseconds.unsigned_abs() < SECONDS_BELOW {
            timestamp.as_second()
        } else {
            milliseconds
        })
    }
}

impl std::str::FromStr for WireTime {
    type Err = NotAWireTime;

    fn from_str(text: &str) -> Result<Self, NotAWireTime> {
        Self::parse(text.as_bytes()).ok_or(NotAWireTime(()))
    }
}

impl fmt::Display for WireTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "/Date({}", self.value)?;
        if let Some(WireOffset { negative, digits }) = self.offset {
            let sign = if negative { '-' } else { '+' };
            write!(formatter, "{sign}{digits:04}")?;
        }
        formatter.write_str(")/")
    }
}

impl fmt::Display for NotAWireTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a time of the form `/Date(1358453897000+0800)/`")
    }
}

impl std::error::Error for NotAWireTime {}

impl Scalar for WireTime {
    const EXPECTED: &'static str = "a time of the form `/Date(N)/`";

    fn from_text(text: &str) -> Option<Self> {
        Self::parse(text.as_bytes())
    }

    fn from_signed(value: i64) -> Option<Self> {
        Some(Self::new(value)).filter(|time| !time.is_unknown())
    }

    schema_of_type!();
}

deserialize_scalar!(WireTime);

impl Serialize for WireTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_unknown() {
            serializer.serialize_none()
        } else {
            serializer.collect_str(self)
        }
    }
}

described!(
    WireTime,
    "A time: seconds or milliseconds since 1970-01-01T00:00Z, by its magnitude, and possibly the \
     offset of where it was written.",
    |_| schemars::json_schema!({
        "type": "string",
        "pattern": r"^/Date\(-?\d+([+-]\d{4})?\)/$",
        "examples": ["/Date(1358453897000+0800)/"],
    })
);
