//! What users and stores read: the state of a day, and the key of its count.

use jiff::Timestamp;
use jiff::civil::date;

use super::count::Taken;
use super::day::{Day, LocalTime};
use super::sent_at::{QuotaError, SentAt};
use super::status::Quota;
use super::store::QuotaKey;

#[test]
fn a_key_is_the_account_and_the_day() {
    let key = QuotaKey::new("desk".into(), date(2026, 3, 1));
    assert_eq!(key.account(), "desk");
    assert_eq!(key.day(), date(2026, 3, 1));
    assert_eq!(key.to_string(), "desk:2026-03-01");
}

#[test]
fn a_quota_is_used_up_at_its_limit_or_when_the_service_says_so() {
    let reset = Timestamp::UNIX_EPOCH;
    for (limit, used, exhausted, remaining) in [
        (None, 5, false, None),
        (None, 5, true, Some(0)),
        (Some(7), 5, false, Some(2)),
        (Some(7), 7, false, Some(0)),
        (Some(7), 9, false, Some(0)),
        (Some(7), 5, true, Some(0)),
    ] {
        let quota = Quota::new(limit, used, exhausted, reset);
        assert_eq!((quota.limit(), quota.used()), (limit, used));
        assert_eq!(quota.remaining(), remaining);
        assert_eq!(quota.resets_at(), reset);
    }
}

#[test]
fn an_attempt_is_counted_a_probe_or_refused_until_the_day_ends() {
    let day = Day::of_milliseconds(0);
    let attempt = SentAt::new(LocalTime::of_milliseconds(5), day);
    for (taken, is_probe) in [(Taken::Counted, false), (Taken::Probe, true)] {
        let sent = attempt.with(taken).unwrap();
        assert_eq!((sent.is_probe(), sent.day), (is_probe, day));
        assert_eq!(sent.local.milliseconds(), 5);
    }
    let reached = attempt.with(Taken::LimitReached);
    assert!(
        matches!(reached, Err(QuotaError::LimitReached { resets_at }) if resets_at == day.end()),
        "{reached:?}"
    );
    let refused = attempt.with(Taken::Exhausted);
    assert!(
        matches!(refused, Err(QuotaError::Exhausted { resets_at }) if resets_at == day.end()),
        "{refused:?}"
    );
}
