//! Times of chats in other forms than ISO 8601.

use jiff::civil::DateTime;
use serde::{Deserializer, Serializer};

use crate::model::field::{Codec, Field};
use crate::model::waiting_time::WaitingTime;

/// The time of a message: `03/25/2019 14:06:07`. ISO 8601 is read too.
pub(crate) struct AmericanTime;

const FORMAT: &str = "%m/%d/%Y %H:%M:%S";

impl Codec<Option<DateTime>> for AmericanTime {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Option<DateTime>>, D::Error> {
        let text = String::read(deserializer)?.unwrap_or_default();
        let text = text.trim();
        let time = DateTime::strptime(FORMAT, text).or_else(|_| text.parse());
        Ok(time.ok().map(Some))
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

/// A duration on a clock: `00:00:03`, with days before it if there are any: `1.00:00:03`.
pub(crate) struct ClockTime;

impl Codec<WaitingTime> for ClockTime {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<WaitingTime>, D::Error> {
        let Some(text) = String::read(deserializer)? else {
            return Ok(None);
        };
        Ok(Some(match seconds(text.trim()) {
            Some(seconds) => WaitingTime::Seconds(seconds),
            None => WaitingTime::from(text.as_str()),
        }))
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
