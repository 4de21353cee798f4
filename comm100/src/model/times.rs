//! Times and offsets as the API takes them: `2024-01-01T00:00:00`, `+08:00`.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::ser::{Error, Serialize, Serializer};

use crate::__private::reason;

/// An offset that is written `±hh:mm`.
pub(crate) struct WrittenOffset(Offset);

/// Returns an offset parameter as it is sent.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "parameters are passed by reference"
)]
pub(crate) fn offset(offset: &Offset) -> WrittenOffset {
    WrittenOffset(*offset)
}

impl Serialize for WrittenOffset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let seconds = self.0.seconds();
        if seconds % 60 != 0 {
            return Err(Error::custom(reason(
                "an offset has hours and minutes, no seconds",
            )));
        }
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = seconds.unsigned_abs() / 60;
        serializer.collect_str(&format_args!(
            "{sign}{:02}:{:02}",
            minutes / 60,
            minutes % 60
        ))
    }
}

#[cfg(feature = "openapi")]
impl schemars::JsonSchema for WrittenOffset {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Offset".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^[+-]\d{2}:\d{2}$",
            "examples": ["+08:00"],
        })
    }
}

/// Writes a date-time as `yyyy-MM-ddTHH:mm:ss`; fractions are cut off.
pub(crate) fn whole_seconds<E: Error>(time: DateTime) -> Result<String, E> {
    if time.year() < 0 {
        return Err(E::custom(reason("a year before 0 cannot be written")));
    }
    Ok(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    ))
}

/// Returns the schema of a date-time that is written without a fraction.
#[cfg(feature = "openapi")]
pub(crate) fn schema_of_seconds() -> schemars::Schema {
    schemars::json_schema!({
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$",
        "examples": ["2024-01-01T00:00:00"],
    })
}

/// A date-time that is written without a fraction.
#[cfg(feature = "v2")]
pub(crate) struct WrittenTime(DateTime);

/// Returns a date-time parameter as it is sent.
#[cfg(feature = "v2")]
pub(crate) fn seconds(time: &DateTime) -> WrittenTime {
    WrittenTime(*time)
}

#[cfg(feature = "v2")]
impl Serialize for WrittenTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&whole_seconds(self.0)?)
    }
}

#[cfg(all(feature = "openapi", feature = "v2"))]
impl schemars::JsonSchema for WrittenTime {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DateTime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schema_of_seconds()
    }
}
