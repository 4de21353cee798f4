//! The wait of a visitor as version 2 writes it.

use serde::{Deserializer, Serializer};

use crate::model::field::Codec;
use crate::model::lenient::{self, Shape};
use crate::model::scalar::Scalar;
use crate::model::waiting_time::WaitingTime;

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
