//! `/Date(N)/` and the spans of reports.

use comm100::v1::{Moment, TimeOfDay, TimeSpan, WireTime};
use jiff::Timestamp;
use jiff::civil::{Weekday, date};
use jiff::tz;
use proptest::prelude::*;

#[test]
fn the_magnitude_decides_the_unit() {
    let table = [
        ("/Date(1358453897)/", "2013-01-17T20:18:17Z"),
        ("/Date(1358453897000)/", "2013-01-17T20:18:17Z"),
        ("/Date(1358453897123)/", "2013-01-17T20:18:17.123Z"),
        ("/Date(1358453897000+0800)/", "2013-01-17T20:18:17Z"),
        ("/Date(1358453897-0330)/", "2013-01-17T20:18:17Z"),
        ("/Date(13584868423)/", "2400-06-27T06:33:43Z"),
        ("/Date(99999999999)/", "5138-11-16T09:46:39Z"),
        ("/Date(100000000000)/", "1973-03-03T09:46:40Z"),
        ("/Date(-99999999999)/", "-001199-02-15T14:13:21Z"),
        ("/Date(-100000000000)/", "1966-10-31T14:13:20Z"),
        ("/Date(0)/", "1970-01-01T00:00:00Z"),
        ("/Date(-1)/", "1969-12-31T23:59:59Z"),
    ];
    for (text, expected) in table {
        let time: WireTime = text.parse().expect(text);
        assert_eq!(time.timestamp().to_string(), expected, "{text}");
        assert_eq!(time.to_string(), text);
    }
}

#[test]
fn an_offset_is_kept_and_returned() {
    let table = [
        ("+0800", Some(tz::offset(8))),
        ("-0800", Some(tz::offset(-8))),
        (
            "+0530",
            Some(tz::Offset::from_seconds(19_800).expect("an offset")),
        ),
        ("-0000", Some(tz::Offset::UTC)),
        ("+9999", None),
        ("+0860", None),
        ("", None),
    ];
    for (offset, expected) in table {
        let text = format!("/Date(1358453897{offset})/");
        let time: WireTime = text.parse().expect(&text);
        assert_eq!(time.offset(), expected, "{text}");
        assert_eq!(time.to_string(), text);
        let json = serde_json::to_string(&time).expect("JSON");
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<WireTime>(&json).expect("JSON"), time);
    }
}

#[test]
fn the_slashes_may_be_escaped_and_a_bare_number_is_read() {
    let time: WireTime = serde_json::from_str(r#""\/Date(1358453897)\/""#).expect("a time");
    assert_eq!(time, WireTime::new(1_358_453_897));
    assert_eq!(
        serde_json::from_str::<WireTime>("1358453897").expect("a time"),
        time
    );
    assert_eq!(
        serde_json::from_str::<WireTime>("-5").expect("a time"),
        WireTime::new(-5)
    );
}

#[test]
fn what_is_no_time_is_refused() {
    for text in [
        "",
        "/Date()/",
        "/Date(-)/",
        "/Date(1",
        "Date(1)",
        "/Date(1+08:00)/",
        "/Date(1+080)/",
        "/Date(1x)/",
        "/Date(1+08000)/",
        "/Date(9223372036854775808)/",
        "/Date(-9223372036854775808)/",
        "/Date(-009223372036854775808)/",
        "2013-01-17T20:18:17Z",
        "/Date(1\u{661})/",
        "/Date(1+08\u{661})/",
        "/Date(1 )/",
        "/Date(1))/",
    ] {
        assert!(text.parse::<WireTime>().is_err(), "{text}");
    }
    let error = "x".parse::<WireTime>().expect_err("no time").to_string();
    assert_eq!(error, "not a time of the form `/Date(1358453897000+0800)/`");
}

#[test]
fn a_time_beyond_the_calendar_is_clamped() {
    for (value, clamped) in [(i64::MAX, Timestamp::MAX), (-i64::MAX, Timestamp::MIN)] {
        let time: WireTime = format!("/Date({value})/").parse().expect("a time");
        assert_eq!(time.value(), value);
        assert_eq!(time.timestamp(), clamped);
        assert_eq!(time.checked_timestamp(), None);
    }
}

proptest! {
    #[test]
    fn any_time_is_written_as_it_was_read(
        value: i64,
        offset in proptest::option::of((any::<bool>(), 0_u16..10_000)),
    ) {
        let offset = offset.map_or_else(String::new, |(east, digits)| {
            format!("{}{digits:04}", if east { '+' } else { '-' })
        });
        let text = format!("/Date({value}{offset})/");
        let time: WireTime = text.parse().expect("a time");
        prop_assert_eq!(time.value(), value);
        prop_assert_eq!(time.to_string(), text);
        let _ = (time.timestamp(), time.offset());
    }

    #[test]
    fn a_timestamp_is_the_time_that_it_was_made_of(seconds in -377_705_116_800_i64..253_402_207_200) {
        let timestamp = Timestamp::from_second(seconds).expect("a timestamp");
        prop_assert_eq!(WireTime::from(timestamp).timestamp(), timestamp);
    }

    #[test]
    fn any_moment_is_written_as_it_was_read(text in "[A-Z]?[a-z]{0,2}[.]? ?[0-9]{0,2}:?[0-9]{0,2}|\\PC*") {
        prop_assert_eq!(Moment::from(&*text).to_string(), text);
    }
}

fn span(from: &str, to: &str) -> TimeSpan {
    TimeSpan::new(Moment::from(from), Moment::from(to))
}

fn time(hour: u8, minute: u8) -> TimeOfDay {
    TimeOfDay::new(hour, minute).expect("a time of day")
}

#[test]
fn spans_of_each_kind_are_parsed() {
    let day = span("2013-01-17T00:00:00", "2013-01-18T00:00:00");
    let (from, to) = day.date_times().expect("two date-times");
    assert_eq!(from, date(2013, 1, 17).at(0, 0, 0, 0));
    assert_eq!(to, date(2013, 1, 18).at(0, 0, 0, 0));
    assert!(!day.is_recurring());

    let half_hour = span("23:30", "24:00");
    assert_eq!(half_hour.from, Moment::TimeOfDay(time(23, 30)));
    assert_eq!(half_hour.to, Moment::TimeOfDay(TimeOfDay::END));
    assert!(half_hour.is_recurring());
    assert_eq!(half_hour.date_times(), None);

    let first = span("Sun. 00:00", "Sun. 01:00");
    let last = span("Sat. 23:00", "Sat. 24:00");
    assert_eq!(first.from, Moment::TimeOfWeek(Weekday::Sunday, time(0, 0)));
    assert_eq!(
        last.to,
        Moment::TimeOfWeek(Weekday::Saturday, TimeOfDay::END)
    );
    assert!(first.is_recurring() && last.is_recurring());
}

/// Each is kept as it is, since it is written again as it was read.
#[test]
fn date_times_are_read_in_other_spellings() {
    let day = span("2013-01-17T00:00:00.000", "2013-01-18T00:00:00Z");
    let (from, to) = day.date_times().expect("two date-times");
    assert_eq!(from, date(2013, 1, 17).at(0, 0, 0, 0));
    assert_eq!(to, date(2013, 1, 18).at(0, 0, 0, 0));
    assert_eq!(day.to.to_string(), "2013-01-18T00:00:00Z");
    assert_eq!(span("2013-01-17T00:00:00", "now").date_times(), None);
}

#[test]
fn what_is_no_moment_is_kept() {
    for text in [
        "24:30",
        "25:00",
        "1:00",
        "Son. 00:00",
        "Sun 00:00",
        "Sun. 24:01",
        "now",
        "",
    ] {
        assert_eq!(Moment::from(text), Moment::Other(text.to_owned()));
    }
    assert_eq!(TimeOfDay::new(24, 1), None);
    assert_eq!(TimeOfDay::new(0, 60), None);
}
