//! Whether an error tells that the day's requests are used up.

use http::StatusCode;

/// Codes that drafts of the service's documentation gave to the limit, with
/// status 500. The same codes may stand for any server error, so that the
/// message decides here too.
const DRAFT_CODES: [i64; 2] = [500_000, 500_010];

/// Reads an error's message. The service documents a 403 for the limit, but no
/// code, and answers a missing permission with 403 too. Taking the one for the
/// other would stop a client until midnight, so that what is not clear is no.
pub(crate) fn is_daily_limit(status: StatusCode, code: Option<i64>, message: Option<&str>) -> bool {
    let Some(message) = message else { return false };
    match status {
        StatusCode::FORBIDDEN => says_limit(message),
        StatusCode::INTERNAL_SERVER_ERROR => {
            code.is_some_and(|code| DRAFT_CODES.contains(&code)) && says_limit(message)
        }
        // A limit for each second ends long before midnight.
        StatusCode::TOO_MANY_REQUESTS => says_limit(message) && says_any(message, &DAY),
        _ => false,
    }
}

const LIMIT: [&str; 8] = [
    "limit",
    "limits",
    "quota",
    "quotas",
    "exceed",
    "exceeds",
    "exceeded",
    "exhausted",
];
const REQUESTS: [&str; 8] = [
    "request",
    "requests",
    "call",
    "calls",
    "api",
    "rate",
    "usage",
    "throttled",
];
const DAY: [&str; 4] = ["day", "daily", "today", "24"];
const PERMISSION: [&str; 5] = [
    "permission",
    "permissions",
    "privilege",
    "privileges",
    "unauthorized",
];

/// A limit, of requests or of a day, and not a word of permissions.
fn says_limit(message: &str) -> bool {
    (says_any(message, &LIMIT) || says_too_many(message))
        && (says_any(message, &REQUESTS) || says_any(message, &DAY))
        && !says_any(message, &PERMISSION)
}

fn words(message: &str) -> impl Iterator<Item = &str> {
    message
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn says_any(message: &str, any_of: &[&str]) -> bool {
    words(message).any(|word| any_of.iter().any(|one| word.eq_ignore_ascii_case(one)))
}

fn says_too_many(message: &str) -> bool {
    words(message)
        .zip(words(message).skip(1))
        .any(|(one, two)| one.eq_ignore_ascii_case("too") && two.eq_ignore_ascii_case("many"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(status: u16, code: Option<i64>, message: &str) -> bool {
        is_daily_limit(StatusCode::from_u16(status).unwrap(), code, Some(message))
    }

    #[test]
    fn messages_that_tell() {
        for message in [
            "The limit of requests is exceeded.",
            "Request limit exceeded",
            "You have exceeded the daily limit.",
            "DAILY QUOTA REACHED",
            "API rate limit exceeded for this account",
            "Too many requests today",
            "The number of API calls of this day is exhausted",
            "limit(day): 5000",
        ] {
            assert!(tells(403, None, message), "{message}");
            assert!(tells(500, Some(500_010), message), "{message}");
            assert!(tells(500, Some(500_000), message), "{message}");
            assert!(!tells(500, Some(500_001), message), "{message}");
            assert!(!tells(500, None, message), "{message}");
            assert!(!tells(404, None, message), "{message}");
        }
    }

    #[test]
    fn messages_that_do_not() {
        for message in [
            "",
            "Permission denied.",
            "You do not have the permission 'Manage Settings'.",
            "Your permission is limited to API requests of your department.",
            "Agent seat limit exceeded, please upgrade.",
            "The limit of departments is reached.",
            "This request is not allowed in your edition.",
            "Forbidden",
            "Delimited calls",
        ] {
            assert!(!tells(403, Some(500_010), message), "{message}");
            assert!(!tells(500, Some(500_010), message), "{message}");
        }
        assert!(!is_daily_limit(StatusCode::FORBIDDEN, Some(500_010), None));
    }

    #[test]
    fn a_limit_of_seconds_is_not_the_day_s() {
        assert!(!tells(429, None, "Too many requests"));
        assert!(tells(429, None, "Daily request limit exceeded"));
    }
}
