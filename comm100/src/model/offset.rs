//! Offsets from UTC as the API takes them: `+08:00`.

use jiff::tz::Offset;
use serde::ser::{Error, Serialize, Serializer};

/// An offset that is written `±hh:mm`.
pub(crate) struct WrittenOffset(Offset);

/// How a parameter that is an offset is written.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "a parameter is handed over by reference"
)]
pub(crate) fn offset(offset: &Offset) -> WrittenOffset {
    WrittenOffset(*offset)
}

impl Serialize for WrittenOffset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let seconds = self.0.seconds();
        if seconds % 60 != 0 {
            return Err(Error::custom("an offset has hours and minutes, no seconds"));
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
