//! Days of the service, and moments of the local clock.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

pub(super) const MILLISECONDS_OF_A_DAY: i64 = 24 * 60 * 60 * 1000;

/// A day of UTC, as a number since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day(i64);

impl Day {
    pub(crate) fn of_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds.div_euclid(MILLISECONDS_OF_A_DAY))
    }

    pub(crate) fn of(date: Date) -> Self {
        let begin = Offset::UTC.to_timestamp(date.into());
        Self::of_milliseconds(begin.unwrap_or(Timestamp::MAX).as_millisecond())
    }

    /// 24 bits are enough for 45,000 years.
    pub(crate) fn bits(self) -> u64 {
        self.0.cast_unsigned() & 0xff_ffff
    }

    /// Returns the days since 1970.
    pub(crate) fn number(self) -> i64 {
        self.0
    }

    /// Returns the first moment of the next day.
    pub(crate) fn end(self) -> Timestamp {
        Timestamp::from_millisecond(
            self.0
                .saturating_add(1)
                .saturating_mul(MILLISECONDS_OF_A_DAY),
        )
        .unwrap_or(Timestamp::MAX)
    }

    pub(crate) fn date(self) -> Date {
        let begin = Timestamp::from_millisecond(self.0.saturating_mul(MILLISECONDS_OF_A_DAY));
        Offset::UTC
            .to_datetime(begin.unwrap_or(Timestamp::MAX))
            .date()
    }
}

/// A moment of the local clock, in milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocalTime(i64);

impl LocalTime {
    pub(crate) const fn of_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    pub(crate) fn milliseconds(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_end_at_midnight_utc() {
        let cases = [
            (
                "2026-02-28T23:59:59.999Z",
                "2026-02-28",
                "2026-03-01T00:00:00Z",
            ),
            ("2026-03-01T00:00:00Z", "2026-03-01", "2026-03-02T00:00:00Z"),
            ("1969-12-31T23:59:59Z", "1969-12-31", "1970-01-01T00:00:00Z"),
        ];
        for (now, date, end) in cases {
            let now: Timestamp = now.parse().unwrap();
            let day = Day::of_milliseconds(now.as_millisecond());
            assert_eq!(day.date().to_string(), date);
            assert_eq!(Day::of(day.date()), day);
            assert_eq!(day.end().to_string(), end);
        }
    }

    #[test]
    fn the_bits_of_a_day_are_its_lowest_24() {
        for (number, bits) in [
            (0, 0),
            (1, 1),
            (20_513, 20_513),
            (0xff_ffff, 0xff_ffff),
            (0x0100_0000, 0),
            (0x0100_0005, 5),
            (-1, 0xff_ffff),
        ] {
            let day = Day::of_milliseconds(number * MILLISECONDS_OF_A_DAY);
            assert_eq!(day.number(), number);
            assert_eq!(day.bits(), bits, "{number}");
        }
    }
}
