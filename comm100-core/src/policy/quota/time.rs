//! The service's time: the local clock, corrected by the `Date` of its answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::SystemTime;

use http::HeaderMap;
use http::header::{AGE, DATE};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::policy::clock::Clock;

const DAY: i64 = 24 * 60 * 60 * 1000;
const SECOND: i64 = 1000;

/// A day of UTC, as a number since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day(i64);

impl Day {
    pub(crate) fn of_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds.div_euclid(DAY))
    }

    /// 24 bits last for 45,000 years.
    pub(crate) fn bits(self) -> u64 {
        self.0.cast_unsigned() & 0xff_ffff
    }

    pub(crate) fn is_odd(self) -> bool {
        self.0 & 1 == 1
    }

    /// The first moment of the next day.
    pub(crate) fn end(self) -> Timestamp {
        Timestamp::from_millisecond(self.0.saturating_add(1).saturating_mul(DAY))
            .unwrap_or(Timestamp::MAX)
    }

    pub(crate) fn date(self) -> Date {
        let begin = Timestamp::from_millisecond(self.0.saturating_mul(DAY));
        Offset::UTC
            .to_datetime(begin.unwrap_or(Timestamp::MAX))
            .date()
    }
}

/// A moment of the local clock, in milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocalTime(i64);

/// The clock, and how far the service's is ahead of it.
pub(crate) struct ServiceTime {
    clock: Arc<dyn Clock>,
    /// Milliseconds to add to the local time.
    offset: AtomicI64,
    /// The local second in which a `Date` was read last: one a second is enough.
    checked: AtomicI64,
}

impl ServiceTime {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            offset: AtomicI64::new(0),
            checked: AtomicI64::new(i64::MIN),
        }
    }

    pub(crate) fn local(&self) -> LocalTime {
        LocalTime(self.clock.now().as_millisecond())
    }

    /// The day at the service when it was `local` here.
    pub(crate) fn day(&self, local: LocalTime) -> Day {
        Day::of_milliseconds(local.0.saturating_add(self.offset.load(Ordering::Relaxed)))
    }

    pub(crate) fn today(&self) -> Day {
        self.day(self.local())
    }

    /// Learns from the `Date` of the answer to a request that began at `sent`.
    ///
    /// `Date` has whole seconds, and the service wrote it at some time between
    /// the request and now. The offset is moved only as far as that leaves no
    /// doubt, so that a good clock is never made worse.
    pub(crate) fn observe_date(&self, headers: &HeaderMap, sent: LocalTime) {
        let second = sent.0.div_euclid(SECOND);
        if self.checked.load(Ordering::Relaxed) == second {
            return;
        }
        let Some(date) = service_date(headers) else {
            return;
        };
        let received = self.local().0;
        let least = date.saturating_sub(received);
        let most = date.saturating_add(SECOND).saturating_sub(sent.0);
        if least > most {
            return; // The local clock was set back meanwhile.
        }
        let offset = self.offset.load(Ordering::Relaxed);
        self.offset
            .store(offset.clamp(least, most), Ordering::Relaxed);
        self.checked.store(second, Ordering::Relaxed);
    }

    /// The service's day of an answer: by its own `Date`, else by the clock.
    pub(crate) fn day_of_answer(&self, headers: &HeaderMap) -> Day {
        service_date(headers).map_or_else(|| self.today(), Day::of_milliseconds)
    }
}

/// The answer's `Date` in milliseconds, unless a cache kept it (`Age`).
fn service_date(headers: &HeaderMap) -> Option<i64> {
    let date = headers.get(DATE)?.to_str().ok()?;
    if headers.contains_key(AGE) {
        return None;
    }
    let date = httpdate::parse_http_date(date).ok()?;
    let since = date.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    struct Hands(Mutex<Timestamp>);

    impl Clock for Hands {
        fn now(&self) -> Timestamp {
            *self.0.lock().unwrap()
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn time(text: &str) -> (Arc<Hands>, ServiceTime) {
        let hands = Arc::new(Hands(Mutex::new(at(text))));
        (Arc::clone(&hands), ServiceTime::new(hands))
    }

    fn date(text: &str) -> HeaderMap {
        HeaderMap::from_iter([(DATE, text.parse().unwrap())])
    }

    #[test]
    fn days_end_at_midnight_utc() {
        let (_, time) = time("2026-02-28T23:59:59.999Z");
        let day = time.today();
        assert_eq!(day.date().to_string(), "2026-02-28");
        assert_eq!(day.end(), at("2026-03-01T00:00:00Z"));
        let (_, before_1970) = self::time("1969-12-31T23:59:59Z");
        assert_eq!(before_1970.today().end(), Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn a_wrong_clock_is_put_right_and_a_good_one_is_left_alone() {
        let cases = [
            // Local time, the service's Date, and the offset's bounds in milliseconds.
            (
                "2026-03-01T12:00:00.500Z",
                "Sun, 01 Mar 2026 12:00:00 GMT",
                0..=0,
            ),
            (
                "2026-03-01T12:00:00.999Z",
                "Sun, 01 Mar 2026 12:00:00 GMT",
                0..=0,
            ),
            (
                "2026-03-01T12:00:05Z",
                "Sun, 01 Mar 2026 12:00:00 GMT",
                -5000..=-4000,
            ),
            (
                "2026-03-01T11:00:00Z",
                "Sun, 01 Mar 2026 12:00:00 GMT",
                3_600_000..=3_601_000,
            ),
            (
                "2026-03-02T00:10:00Z",
                "Sun, 01 Mar 2026 23:50:00 GMT",
                -1_200_000..=-1_199_000,
            ),
            ("2026-03-01T12:00:00Z", "no date at all", 0..=0),
            (
                "2026-03-01T12:00:00Z",
                "Sun, 01 Mar 2026 25:00:00 GMT",
                0..=0,
            ),
        ];
        for (local, header, expected) in cases {
            let (_, time) = time(local);
            time.observe_date(&date(header), time.local());
            let offset = time.offset.load(Ordering::Relaxed);
            assert!(expected.contains(&offset), "{local}, {header}: {offset}");
        }
    }

    #[test]
    fn a_slow_answer_and_a_cached_one_leave_a_good_clock_alone() {
        let (hands, time) = time("2026-03-01T12:00:00Z");
        let sent = time.local();
        *hands.0.lock().unwrap() = at("2026-03-01T12:00:30Z");
        // The service may have written its Date at any time of the 30 seconds.
        time.observe_date(&date("Sun, 01 Mar 2026 12:00:01 GMT"), sent);
        assert_eq!(time.offset.load(Ordering::Relaxed), 0);
        let mut cached = date("Sun, 01 Mar 2026 09:00:00 GMT");
        cached.insert(AGE, "10800".parse().unwrap());
        time.observe_date(&cached, time.local());
        assert_eq!(time.offset.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn the_day_of_an_answer_is_the_service_s() {
        let (_, time) = time("2026-03-02T00:00:01Z");
        let day = time.day_of_answer(&date("Sun, 01 Mar 2026 23:59:59 GMT"));
        assert_eq!(day.date().to_string(), "2026-03-01");
        assert_eq!(
            time.day_of_answer(&HeaderMap::new()).date().to_string(),
            "2026-03-02"
        );
    }
}
