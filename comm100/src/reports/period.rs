//! The time that a report is about.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::ser::{Error, Serialize, SerializeStruct, Serializer};

use crate::__private::reason;
use crate::model::schema::described;
#[cfg(feature = "openapi")]
use crate::model::schema::object;
use crate::model::times::{offset, whole_seconds};

/// The time that a report is about: from a date-time up to another, which is not included, in a
/// time zone. Defaults to UTC.
///
/// The service counts in seconds: fractions are cut off. A period that does not end after it
/// begins is rejected when it is sent.
///
/// ```
/// use comm100::v1::ReportPeriod;
/// use jiff::civil::date;
/// use jiff::tz;
///
/// let (from, to) = (date(2024, 1, 1), date(2024, 2, 1));
/// let january = ReportPeriod::new(from.at(0, 0, 0, 0), to.at(0, 0, 0, 0)).timezone(tz::offset(8));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReportPeriod {
    from: DateTime,
    to: DateTime,
    timezone: Option<Offset>,
}

impl ReportPeriod {
    /// Creates the period from a date-time up to another.
    #[must_use]
    pub const fn new(from: DateTime, to: DateTime) -> Self {
        Self {
            from,
            to,
            timezone: None,
        }
    }

    /// Sets the offset from UTC that the date-times are in, and that the service counts days and hours
    /// in: of hours and minutes. Defaults to UTC.
    #[must_use]
    pub const fn timezone(mut self, offset: Offset) -> Self {
        self.timezone = Some(offset);
        self
    }
}

impl Serialize for ReportPeriod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (from, to) = (whole_seconds(self.from)?, whole_seconds(self.to)?);
        // Of equal length and of digits, so that the order of the texts is that of the times.
        if from >= to {
            return Err(Error::custom(reason("`to` is not later than `from`")));
        }
        let count = 2 + usize::from(self.timezone.is_some());
        let mut period = serializer.serialize_struct("ReportPeriod", count)?;
        period.serialize_field("timeFrom", &from)?;
        period.serialize_field("timeTo", &to)?;
        match &self.timezone {
            Some(timezone) => period.serialize_field("timezone", &offset(timezone))?,
            None => period.skip_field("timezone")?,
        }
        period.end()
    }
}

described!(
    ReportPeriod,
    "The time that a report is about.",
    |generator| {
        let time = crate::model::times::schema_of_seconds;
        object([
            (
                "timeFrom",
                time(),
                "The start of the period, in the time zone.",
            ),
            (
                "timeTo",
                time(),
                "The end of the period, in the time zone; it is not included.",
            ),
            (
                "timezone?",
                generator.subschema_for::<crate::model::times::WrittenOffset>(),
                "The offset from UTC that days and hours are counted in. Defaults to UTC.",
            ),
        ])
    }
);
