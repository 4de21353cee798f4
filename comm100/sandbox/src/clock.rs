//! The time in the sandbox: the system's, or injected.

use std::{fmt, sync::Arc};

use jiff::{Timestamp, civil, tz::Offset};

/// A source of the present time.
#[derive(Clone)]
pub(crate) struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    pub(crate) fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// Returns the time, in seconds since 1970-01-01T00:00Z.
    pub(crate) fn now(&self) -> i64 {
        (self.0)().as_second()
    }

    /// Returns the time, in milliseconds since 1970-01-01T00:00Z.
    pub(crate) fn now_millis(&self) -> i64 {
        (self.0)().as_millisecond()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new(Timestamp::now)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Clock")
    }
}

pub(crate) const MINUTE: i64 = 60;
pub(crate) const HOUR: i64 = 60 * MINUTE;
pub(crate) const DAY: i64 = 24 * HOUR;

/// Returns the day of a moment, counted from 1970-01-01.
pub(crate) fn day_of(time: i64, offset: Offset) -> i64 {
    (time + i64::from(offset.seconds())).div_euclid(DAY)
}

/// Returns the start of the local day.
pub(crate) fn start_of_day(time: i64, offset: Offset) -> i64 {
    day_of(time, offset) * DAY - i64::from(offset.seconds())
}

/// Returns the moment of a local time. All civil times fit.
pub(crate) fn moment(time: civil::DateTime, offset: Offset) -> i64 {
    // `Offset::to_timestamp` rejects the ends of the calendar, which are exact as seconds.
    let days = time
        .date()
        .duration_since(civil::date(1970, 1, 1))
        .as_secs()
        / DAY;
    let clock = i64::from(time.hour()) * HOUR
        + i64::from(time.minute()) * MINUTE
        + i64::from(time.second());
    days * DAY + clock - i64::from(offset.seconds())
}

/// Returns the local time of a moment.
pub(crate) fn local(time: i64, offset: Offset) -> civil::DateTime {
    let shifted = time.saturating_add(i64::from(offset.seconds()));
    let timestamp = Timestamp::from_second(shifted).unwrap_or(Timestamp::UNIX_EPOCH);
    Offset::UTC.to_datetime(timestamp)
}
