mod messages;

use self::messages::{OF_REQUESTS, OF_THE_DAY, OTHERS};
use super::text::split_words;
use super::*;

const NOON: Duration = Duration::from_secs(12 * 60 * 60);

fn response(status: u16, message: &str) -> LimitResponse<'_> {
    LimitResponse {
        status: StatusCode::from_u16(status).unwrap(),
        code: None,
        name: None,
        message: Some(message),
        retry_after: None,
        until_reset: NOON,
    }
}

#[test]
fn messages_of_the_day_s_limit() {
    let is_limit = |status| move |message: &&str| is_daily_limit(&response(status, message));
    for status in [403, 429] {
        let missed: Vec<_> = OF_THE_DAY
            .into_iter()
            .filter(|message| !is_limit(status)(message))
            .collect();
        assert_eq!(missed, [""; 0], "{status}");
    }
    assert!(OF_REQUESTS.iter().all(is_limit(403)));
    assert!(!OF_REQUESTS.iter().any(is_limit(429)));
}

#[test]
fn messages_of_other_limits() {
    for status in [403, 429, 500] {
        let taken: Vec<_> = OTHERS
            .into_iter()
            .filter(|message| {
                is_daily_limit(&LimitResponse {
                    code: Some(500_010),
                    ..response(status, message)
                })
            })
            .collect();
        assert_eq!(taken, [""; 0], "{status}");
    }
}

#[test]
fn statuses_and_codes() {
    let message = "Daily request limit exceeded";
    for (status, code, expected) in [
        (403, None, true),
        (403, Some(77), true),
        (429, None, true),
        (500, None, false),
        (500, Some(500_001), false),
        (500, Some(500_000), true),
        (500, Some(500_010), true),
        (400, None, false),
        (401, None, false),
        (404, None, false),
        (502, Some(500_010), false),
        (503, None, false),
    ] {
        let response = LimitResponse {
            code,
            ..response(status, message)
        };
        assert_eq!(is_daily_limit(&response), expected, "{status} {code:?}");
    }
}

#[test]
fn names_count_as_messages_do() {
    for (name, message, expected) in [
        (None, None, false),
        (Some("DailyLimitExceeded"), None, true),
        (
            Some("DailyLimitExceeded"),
            Some("Try again tomorrow."),
            true,
        ),
        (
            Some("Forbidden"),
            Some("Daily request limit exceeded"),
            true,
        ),
        (
            Some("PermissionDenied"),
            Some("Daily request limit exceeded"),
            false,
        ),
        (
            Some("RateLimitExceeded"),
            Some("Request limit exceeded"),
            false,
        ),
        (Some("DailyLimitExceeded"), Some("Only 24 MB a day"), false),
    ] {
        let response = LimitResponse {
            name,
            message,
            ..response(403, "")
        };
        assert_eq!(is_daily_limit(&response), expected, "{name:?}, {message:?}");
    }
}

#[test]
fn a_wait_that_ends_well_before_the_reset_is_another_limit_s() {
    for (wait, expected) in [
        (0, false),
        (1, false),
        (60 * 60, false),
        (12 * 60 * 60 - 15 * 60 - 1, false),
        (12 * 60 * 60 - 15 * 60, true),
        (12 * 60 * 60, true),
        (24 * 60 * 60, true),
    ] {
        let response = LimitResponse {
            retry_after: Some(Duration::from_secs(wait)),
            ..response(403, "Daily request limit exceeded")
        };
        assert_eq!(is_daily_limit(&response), expected, "{wait}");
    }
}

#[test]
fn a_long_text_is_no_message() {
    let long = format!(
        "Daily request limit exceeded.{}",
        " ".repeat(LONGEST_MESSAGE)
    );
    assert!(!is_daily_limit(&response(403, &long)));
}

#[test]
fn words_of_a_message() {
    for (message, expected) in [
        ("", &[][..]),
        ("Exceeds 24MB!", &["exceeds", "24", "mb"]),
        ("DailyAPILimit", &["daily", "api", "limit"]),
        (
            "RATE_LIMIT 5000/day",
            &["rate", "limit", "5000", "per", "day"],
        ),
        ("Täglich überschritten", &["taglich", "uberschritten"]),
    ] {
        assert_eq!(split_words(message), expected, "{message}");
    }
}
