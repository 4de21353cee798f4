use std::sync::Mutex;

use super::*;

struct ManualClock(Mutex<Timestamp>);

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn time(text: &str) -> (Arc<ManualClock>, ServiceTime) {
    let clock = Arc::new(ManualClock(Mutex::new(at(text))));
    (Arc::clone(&clock), ServiceTime::new(clock))
}

fn date(text: &str) -> HeaderMap {
    HeaderMap::from_iter([(DATE, text.parse().unwrap())])
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
        for _ in 0..2 {
            time.observe_date(StatusCode::OK, &date(header), time.local());
        }
        let offset = time.offset.load(Ordering::Relaxed);
        assert!(expected.contains(&offset), "{local}, {header}: {offset}");
    }
}

#[test]
fn a_slow_answer_and_a_cached_one_leave_a_good_clock_alone() {
    let (clock, time) = time("2026-03-01T12:00:00Z");
    let sent = time.local();
    *clock.0.lock().unwrap() = at("2026-03-01T12:00:30Z");
    // The service may have written its Date at any time of the 30 seconds.
    for _ in 0..2 {
        time.observe_date(StatusCode::OK, &date("Sun, 01 Mar 2026 12:00:01 GMT"), sent);
    }
    assert_eq!(time.offset.load(Ordering::Relaxed), 0);
    let mut cached = date("Sun, 01 Mar 2026 09:00:00 GMT");
    cached.insert(AGE, "10800".parse().unwrap());
    for _ in 0..2 {
        time.observe_date(StatusCode::OK, &cached, time.local());
    }
    assert_eq!(time.offset.load(Ordering::Relaxed), 0);
}

#[test]
fn the_day_of_an_answer_is_the_service_s() {
    let (_, time) = time("2026-03-02T00:00:01Z");
    let day = time.day_of_refusal(&date("Sun, 01 Mar 2026 23:59:59 GMT"), time.local());
    assert_eq!(day.date().to_string(), "2026-03-01");
    assert_eq!(
        time.day_of_refusal(&HeaderMap::new(), time.local())
            .date()
            .to_string(),
        "2026-03-02"
    );
}

#[test]
fn an_offset_needs_two_responses_and_at_most_a_day() {
    let ok = StatusCode::OK;
    let cases: [(&[(StatusCode, &str)], i64); 11] = [
        (&[(ok, "12:30:00")], 0),
        (&[(ok, "12:30:00"), (ok, "12:30:00")], 1_800_000),
        (&[(ok, "12:30:00"), (ok, "12:31:00")], 0),
        (&[(ok, "12:30:00"), (ok, "12:00:00"), (ok, "12:30:00")], 0),
        (
            &[(ok, "12:30:00"), (ok, "12:31:00"), (ok, "12:31:00")],
            1_860_000,
        ),
        (&[(StatusCode::FORBIDDEN, "12:30:00"); 2], 1_800_000),
        (&[(StatusCode::BAD_GATEWAY, "12:30:00"); 2], 0),
        (&[(StatusCode::INTERNAL_SERVER_ERROR, "12:30:00"); 2], 0),
        (&[(StatusCode::FOUND, "12:30:00"); 2], 0),
        (&[(ok, "11:59:59"), (ok, "11:59:59")], 0),
        // One that agrees is enough for its second.
        (&[(ok, "12:00:00"), (ok, "12:30:00"), (ok, "12:30:00")], 0),
    ];
    for (responses, expected) in cases {
        let (_, time) = time("2026-03-01T12:00:00Z");
        for (status, clock) in responses {
            let headers = date(&format!("Sun, 01 Mar 2026 {clock} GMT"));
            time.observe_date(*status, &headers, time.local());
        }
        let offset = time.offset.load(Ordering::Relaxed);
        assert_eq!(offset, expected, "{responses:?}");
    }
    for (header, expected) in [
        ("Mon, 02 Mar 2026 12:00:00 GMT", 86_400_000),
        ("Mon, 02 Mar 2026 12:00:01 GMT", 0),
        ("Sat, 28 Feb 2026 11:59:59 GMT", -86_400_000),
        ("Sat, 28 Feb 2026 11:59:58 GMT", 0),
    ] {
        let (_, time) = time("2026-03-01T12:00:00Z");
        for _ in 0..2 {
            time.observe_date(ok, &date(header), time.local());
        }
        let offset = time.offset.load(Ordering::Relaxed);
        assert_eq!(offset, expected, "{header}");
    }
}

#[test]
fn a_response_that_agrees_forgets_an_odd_one() {
    let (clock, time) = time("2026-03-01T12:00:00Z");
    for (second, header) in [(0, "12:30:00"), (1, "12:00:01"), (2, "12:30:02")] {
        *clock.0.lock().unwrap() = at(&format!("2026-03-01T12:00:0{second}Z"));
        let headers = date(&format!("Sun, 01 Mar 2026 {header} GMT"));
        time.observe_date(StatusCode::OK, &headers, time.local());
    }
    assert_eq!(time.offset.load(Ordering::Relaxed), 0);
}

#[test]
fn a_date_that_is_too_far_off_is_read_once_per_second() {
    let (clock, time) = time("2026-03-01T12:00:00Z");
    let observe = |headers: &HeaderMap| {
        time.observe_date(StatusCode::OK, headers, time.local());
        time.offset.load(Ordering::Relaxed)
    };
    let near = date("Sun, 01 Mar 2026 12:30:00 GMT");
    observe(&date("Thu, 01 Jan 2026 00:00:00 GMT"));
    assert_eq!([observe(&near), observe(&near)], [0, 0]);
    *clock.0.lock().unwrap() = at("2026-03-01T12:00:01Z");
    assert_eq!([observe(&near), observe(&near)], [0, 1_799_000]);
}

#[test]
fn a_date_that_is_not_near_does_not_name_the_day() {
    let (_, time) = time("2026-03-01T23:59:30Z");
    for (header, expected) in [
        ("Mon, 02 Mar 2026 00:00:30 GMT", "2026-03-02"),
        ("Mon, 02 Mar 2026 00:00:31 GMT", "2026-03-01"),
        ("Sun, 01 Mar 2026 00:00:00 GMT", "2026-03-01"),
    ] {
        let day = time.day_of_refusal(&date(header), time.local());
        assert_eq!(day.date().to_string(), expected, "{header}");
    }
}
