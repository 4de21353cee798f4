//! The span of time that a row of a report is about.

use std::fmt;

use jiff::civil::{DateTime, Weekday};
use serde::ser::{Serialize, Serializer};

use crate::model::Model;
use crate::model::scalar::{Scalar, deserialize_scalar, schema_of_type};
use crate::model::schema::described;

/// A span of time; `to` is not included.
///
/// Rows by hour, day, week or month have two date-times in the time zone of the request; rows
/// of a distribution have two times of day, or of the week.
#[derive(Clone, Debug, Default, Eq, Hash, Model, PartialEq)]
#[non_exhaustive]
pub struct TimeSpan {
    /// The start.
    #[model(required)]
    pub from: Moment,
    /// The end.
    #[model(required)]
    pub to: Moment,
}

impl TimeSpan {
    /// Creates a span of two moments.
    #[must_use]
    pub fn new(from: impl Into<Moment>, to: impl Into<Moment>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
        }
    }

    /// Returns both ends, where they are date-times, also in another spelling: with a fraction or a
    /// trailing `Z`.
    #[must_use]
    pub fn date_times(&self) -> Option<(DateTime, DateTime)> {
        Some((self.from.date_time()?, self.to.date_time()?))
    }

    /// Returns true for a part of any day or any week, as in a distribution.
    #[must_use]
    pub fn is_recurring(&self) -> bool {
        matches!(self.from, Moment::TimeOfDay(_) | Moment::TimeOfWeek(..))
    }
}

/// One end of a [`TimeSpan`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Moment {
    /// `2013-01-17T20:00:00`
    DateTime(DateTime),
    /// `20:30`
    TimeOfDay(TimeOfDay),
    /// `Sun. 20:00`
    TimeOfWeek(Weekday, TimeOfDay),
    /// Any other text; empty if the service sent none.
    Other(String),
}

/// A time of day to the minute, up to and with `24:00`, the end of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// The end of the day.
    pub const END: Self = Self {
        hour: 24,
        minute: 0,
    };

    /// Returns the time of an hour and a minute, or `None` past `24:00`.
    #[must_use]
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if minute < 60 && (hour < 24 || hour == 24 && minute == 0) {
            Some(Self { hour, minute })
        } else {
            None
        }
    }

    /// Returns the hour: 0 to 24.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// Returns the minute: 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }

    fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        Self::new(two_digits(hour)?, two_digits(minute)?)
    }
}

/// Reads two digits and nothing else, so that what is written again is what was read.
fn two_digits(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Sun.", Weekday::Sunday),
    ("Mon.", Weekday::Monday),
    ("Tue.", Weekday::Tuesday),
    ("Wed.", Weekday::Wednesday),
    ("Thu.", Weekday::Thursday),
    ("Fri.", Weekday::Friday),
    ("Sat.", Weekday::Saturday),
];

impl From<&str> for Moment {
    fn from(text: &str) -> Self {
        if let Some(time) = TimeOfDay::parse(text) {
            return Self::TimeOfDay(time);
        }
        if let Some((day, time)) = text.split_once(' ') {
            let weekday = WEEKDAYS.iter().find(|(name, _)| *name == day);
            if let (Some((_, weekday)), Some(time)) = (weekday, TimeOfDay::parse(time)) {
                return Self::TimeOfWeek(*weekday, time);
            }
        }
        match text.parse::<DateTime>() {
            // Other spellings of a date-time stay as they are.
            Ok(date_time) if date_time.to_string() == text => Self::DateTime(date_time),
            _ => Self::Other(text.to_owned()),
        }
    }
}

impl Moment {
    fn date_time(&self) -> Option<DateTime> {
        match self {
            Self::DateTime(date_time) => Some(*date_time),
            Self::Other(text) => DateTime::from_text(text),
            Self::TimeOfDay(_) | Self::TimeOfWeek(..) => None,
        }
    }
}

impl From<DateTime> for Moment {
    fn from(date_time: DateTime) -> Self {
        Self::DateTime(date_time)
    }
}

impl From<TimeOfDay> for Moment {
    fn from(time: TimeOfDay) -> Self {
        Self::TimeOfDay(time)
    }
}

impl From<(Weekday, TimeOfDay)> for Moment {
    fn from((weekday, time): (Weekday, TimeOfDay)) -> Self {
        Self::TimeOfWeek(weekday, time)
    }
}

impl Default for Moment {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// As on the wire.
impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DateTime(date_time) => fmt::Display::fmt(date_time, formatter),
            Self::TimeOfDay(time) => fmt::Display::fmt(time, formatter),
            Self::TimeOfWeek(weekday, time) => {
                let name = WEEKDAYS.iter().find(|(_, day)| day == weekday);
                write!(formatter, "{} {time}", name.map_or("", |(name, _)| name))
            }
            Self::Other(text) => formatter.write_str(text),
        }
    }
}

impl Scalar for Moment {
    const EXPECTED: &'static str = "a date-time, a time of day, or a day of the week and a time";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }

    schema_of_type!();
}

deserialize_scalar!(Moment);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

described!(
    Moment,
    "A date-time in the time zone of the request, a time of day, or one of the week.",
    |_| schemars::json_schema!({
        "type": "string",
        "examples": ["2013-01-17T20:00:00", "20:30", "Sun. 20:00"],
    })
);
