//! The decision whether a failed attempt may be followed by another: a pure function.

use http::StatusCode;

use super::attempt::{Attempt, Verdict};
use super::policy::RetryPolicy;
use crate::error::{Error, ErrorKind, Sent};

/// The ways in which an attempt fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    /// The request was certainly not sent.
    Unsent,
    /// The connection failed, the body of the response ended early, or the attempt timed out.
    Broken,
    /// The service answered with an error.
    Status(StatusCode),
    /// Another attempt would fail in the same way: a redirect, a body that is too large, a used up quota.
    Final,
}

impl Failure {
    fn of(error: &Error) -> Self {
        match (error.kind(), error.status()) {
            (ErrorKind::Request, _) => Self::Final,
            _ if error.sent() == Sent::No => Self::Unsent,
            (ErrorKind::Connect | ErrorKind::Transport | ErrorKind::Timeout, _) => Self::Broken,
            (ErrorKind::Api, Some(status)) if !error.is_quota_exhausted() => Self::Status(status),
            _ => Self::Final,
        }
    }
}

/// Decides whether the call may be tried again, if attempts, deadline and budget allow it.
pub(crate) fn may_retry(policy: &RetryPolicy, attempt: Attempt<'_>) -> Verdict {
    let endpoint = attempt.endpoint();
    let failure = Failure::of(attempt.error());
    // Nothing happened, or it may happen twice.
    let is_safe = failure == Failure::Unsent || endpoint.is_idempotent();
    let is_repeated = match failure {
        Failure::Unsent => true,
        Failure::Broken => is_safe,
        Failure::Status(status) => is_safe && policy.names(status.as_u16(), endpoint.method()),
        Failure::Final => false,
    };
    match policy.rule() {
        // A request that cannot be built is not an attempt.
        Some(rule) if attempt.error().kind() != ErrorKind::Request => {
            match rule(&attempt.with_verdict(is_repeated.into())) {
                Verdict::Retry => is_safe.into(),
                Verdict::Stop => Verdict::Stop,
            }
        }
        _ => is_repeated.into(),
    }
}

/// Returns true if the failure shows that the service works: it answered, and did not ask to wait.
pub(crate) fn shows_health(error: &Error) -> bool {
    let Some(status) = error.status() else {
        return false;
    };
    let slowed = matches!(
        status,
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS
    );
    match error.kind() {
        ErrorKind::Api => status.is_success() || (status.is_client_error() && !slowed),
        ErrorKind::Decode | ErrorKind::TooLarge => status.is_success(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;
    use crate::error::{ApiError, TransportError};
    use crate::info::{EndpointInfo, Verb};

    /// A read, an idempotent write, any other.
    const ENDPOINTS: [EndpointInfo; 3] = [
        EndpointInfo::new("list", Verb::Get, "livechat/chats", &[]),
        EndpointInfo::new("replace", Verb::Put, "livechat/chats", &[]),
        EndpointInfo::new("create", Verb::Post, "livechat/chats", &[]),
    ];

    const ALL: [bool; 3] = [true, true, true];
    const REPEATABLE: [bool; 3] = [true, true, false];
    const READS: [bool; 3] = [true, false, false];
    const NONE: [bool; 3] = [false, false, false];

    fn decisions(policy: &RetryPolicy, error: &Error) -> [bool; 3] {
        ENDPOINTS
            .each_ref()
            .map(|endpoint| may_retry(policy, Attempt::new(endpoint, error, 3)) == Verdict::Retry)
    }

    fn status(status: u16) -> Error {
        let status = StatusCode::from_u16(status).unwrap();
        Error::refused(ApiError::decode(status, b""), Bytes::new())
    }

    fn failures() -> [(&'static str, Error); 7] {
        let timeout = || Error::new(ErrorKind::Timeout, String::new());
        [
            (
                "unsent",
                Error::transport(TransportError::not_sent("refused")),
            ),
            ("connect timeout", timeout()),
            (
                "reset",
                Error::transport(TransportError::maybe_sent("reset")),
            ),
            ("timeout", timeout().reached(Sent::Maybe)),
            (
                "interrupted",
                Error::interrupted(TransportError::maybe_sent("reset"), StatusCode::OK),
            ),
            (
                "too large",
                Error::new(ErrorKind::TooLarge, String::new()).answered_with(StatusCode::OK),
            ),
            ("request", Error::request(String::new())),
        ]
    }

    #[test]
    fn the_table() {
        let policy = RetryPolicy::new();
        let expected = [ALL, ALL, REPEATABLE, REPEATABLE, REPEATABLE, NONE, NONE];
        for ((name, error), expected) in failures().iter().zip(expected) {
            assert_eq!(decisions(&policy, error), expected, "{name}");
        }
        let cases = [
            (200, NONE),
            (400, NONE),
            (401, NONE),
            (403, NONE),
            (404, NONE),
            (408, REPEATABLE),
            (429, REPEATABLE),
            (500, READS),
            (501, NONE),
            (502, REPEATABLE),
            (503, REPEATABLE),
            (504, REPEATABLE),
        ];
        for (number, expected) in cases {
            assert_eq!(decisions(&policy, &status(number)), expected, "{number}");
        }
        let used_up = status(429).exhausted_until(jiff::Timestamp::UNIX_EPOCH);
        assert_eq!(decisions(&policy, &used_up), NONE);
    }

    #[test]
    fn custom_statuses_repeat_500_only_for_reads() {
        let policy = RetryPolicy::new().statuses([500, 418]);
        assert_eq!(decisions(&policy, &status(500)), READS);
        assert_eq!(decisions(&policy, &status(418)), REPEATABLE);
        assert_eq!(decisions(&policy, &status(503)), NONE);
        let policy = RetryPolicy::new().statuses([418]);
        assert_eq!(decisions(&policy, &status(500)), NONE);
    }

    #[test]
    fn a_get_that_is_not_idempotent_is_not_repeated() {
        let endpoint = ENDPOINTS[0].with_idempotence(false);
        for error in [
            status(503),
            Error::transport(TransportError::maybe_sent("reset")),
        ] {
            let attempt = Attempt::new(&endpoint, &error, 1);
            assert_eq!(may_retry(&RetryPolicy::new(), attempt), Verdict::Stop);
        }
    }

    #[test]
    fn a_rule_forbids_any_retry_and_allows_only_safe_ones() {
        let never = RetryPolicy::new().when(|_| false);
        let always = RetryPolicy::new().when(|_| true);
        let expected = [
            ALL, ALL, REPEATABLE, REPEATABLE, REPEATABLE, REPEATABLE, NONE,
        ];
        for ((name, error), expected) in failures().iter().zip(expected) {
            assert_eq!(decisions(&never, error), NONE, "{name}");
            assert_eq!(decisions(&always, error), expected, "{name}");
        }
        assert_eq!(decisions(&always, &status(404)), REPEATABLE);
        assert_eq!(decisions(&always, &status(200)), REPEATABLE);
    }

    #[test]
    fn a_rule_sees_the_attempt() {
        let policy = RetryPolicy::new().when(|attempt| {
            assert_eq!(attempt.number(), 3);
            match (attempt.endpoint().name(), attempt.error().status()) {
                ("list", Some(StatusCode::NOT_FOUND)) => Verdict::Retry,
                _ => attempt.verdict(),
            }
        });
        assert_eq!(decisions(&policy, &status(404)), READS);
        assert_eq!(decisions(&policy, &status(503)), REPEATABLE);
        assert_eq!(decisions(&policy, &status(400)), NONE);
    }

    #[test]
    fn only_answers_of_a_working_service_show_health() {
        for (number, expected) in [
            (200, true),
            (400, true),
            (401, true),
            (404, true),
            (408, false),
            (429, false),
            (500, false),
            (503, false),
        ] {
            assert_eq!(shows_health(&status(number)), expected, "{number}");
        }
        let expected = [false, false, false, false, false, true, false];
        for ((name, error), expected) in failures().iter().zip(expected) {
            assert_eq!(shows_health(error), expected, "{name}");
        }
    }
}
