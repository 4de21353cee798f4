//! Times of chats in other forms than ISO 8601.

use jiff::civil::DateTime;
use serde::{Deserializer, Serializer};

use crate::model::field::Codec;
use crate::model::lenient::{self, Shape};
use crate::model::scalar::Scalar;
use crate::model::waiting_time::WaitingTime;

/// The time of a message: `03/25/2019 14:06:07`. ISO 8601 is read too.
pub(crate) struct AmericanTime;

const FORMAT: &str = "%m/%d/%Y %H:%M:%S";

impl Codec<Option<DateTime>> for AmericanTime {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Option<DateTime>>, D::Error> {
        lenient::read(Self, deserializer)
    }

    fn write<S: Serializer>(value: &Option<DateTime>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(time) => serializer.collect_str(&time.strftime(FORMAT)),
            None => serializer.serialize_none(),
        }
    }

    fn is_absent(value: &Option<DateTime>) -> bool {
        value.is_none()
    }

    #[cfg(feature = "openapi")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "null"],
            "examples": ["03/25/2019 14:06:07"],
        })
    }
}

impl Shape for AmericanTime {
    type Value = Option<DateTime>;

    fn text(self, text: &str) -> Option<Self::Value> {
        let text = text.trim();
        american(text.as_bytes())
            .or_else(|| text.parse().ok())
            .map(Some)
    }
}

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

/// A duration on a clock: `00:00:03`, with days before it if there are any: `1.00:00:03`.
pub(crate) struct ClockTime;

impl Codec<WaitingTime> for ClockTime {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<WaitingTime>, D::Error> {
        lenient::read(Self, deserializer)
    }

    fn write<S: Serializer>(value: &WaitingTime, serializer: S) -> Result<S::Ok, S::Error> {
        let WaitingTime::Seconds(seconds) = value else {
            return serializer.collect_str(value);
        };
        let (days, rest) = (seconds / 86_400, seconds % 86_400);
        let clock = format!("{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
        match days {
            0 => serializer.serialize_str(&clock),
            _ => serializer.collect_str(&format_args!("{days}.{clock}")),
        }
    }

    fn is_absent(_: &WaitingTime) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "examples": ["00:00:03"] })
    }
}

impl Shape for ClockTime {
    type Value = WaitingTime;

    fn text(self, text: &str) -> Option<WaitingTime> {
        Some(match seconds(text.trim()) {
            Some(seconds) => WaitingTime::Seconds(seconds),
            None => WaitingTime::from(text),
        })
    }

    fn signed(self, number: i64) -> Option<WaitingTime> {
        WaitingTime::from_signed(number)
    }

    fn unsigned(self, number: u64) -> Option<WaitingTime> {
        Some(WaitingTime::Seconds(number))
    }
}

/// Returns the seconds of `[d.]HH:mm:ss`; a fraction of a second is cut off.
fn seconds(text: &str) -> Option<u64> {
    let mut parts = text.split(':');
    let (hours, minutes, seconds) = (parts.next()?, parts.next()?, parts.next()?);
    let (days, hours) = hours.split_once('.').unwrap_or(("0", hours));
    let seconds = seconds.split('.').next()?;
    let number = |part: &str| part.parse::<u64>().ok();
    let (days, hours) = (number(days)?, number(hours)?);
    let (minutes, seconds) = (number(minutes)?, number(seconds)?);
    if parts.next().is_some() || hours >= 24 || minutes >= 60 || seconds >= 60 {
        return None;
    }
    let whole_days = days.checked_mul(86_400)?;
    whole_days.checked_add(hours * 3600 + minutes * 60 + seconds)
}
