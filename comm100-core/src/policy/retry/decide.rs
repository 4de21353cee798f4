//! Whether a failed attempt may be followed by another.

use http::StatusCode;

use super::RetryPolicy;

/// How an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The request certainly did not leave.
    Unsent,
    /// The connection failed, or the body of the response ended early.
    Broken,
    /// The attempt's limit of time passed.
    TimedOut,
    /// The service answered with an error.
    Status(StatusCode),
    /// What another attempt would not change: a redirect, a body that is too large.
    Final,
}

impl Failure {
    /// Whether the service answered.
    pub(crate) fn is_answer(self) -> bool {
        matches!(self, Self::Status(_) | Self::Final)
    }
}

/// Whether this failure allows another attempt, if attempts, time and budget do.
pub(crate) fn may_retry(
    policy: &RetryPolicy,
    is_get: bool,
    is_idempotent: bool,
    failure: Failure,
) -> bool {
    match failure {
        // Nothing happened: no harm in doing it again, whatever it is.
        Failure::Unsent => true,
        // It may have happened: only what may happen twice is done again.
        Failure::Broken | Failure::TimedOut => is_idempotent,
        Failure::Status(status) => is_idempotent && policy.names(status.as_u16(), is_get),
        Failure::Final => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// GET, an idempotent write, any other.
    const CALLS: [(bool, bool); 3] = [(true, true), (false, true), (false, false)];

    fn decisions(policy: &RetryPolicy, failure: Failure) -> [bool; 3] {
        CALLS.map(|(is_get, is_idempotent)| may_retry(policy, is_get, is_idempotent, failure))
    }

    #[test]
    fn the_table() {
        let policy = RetryPolicy::new();
        let status = |status| Failure::Status(StatusCode::from_u16(status).unwrap());
        let (all, reads_and_puts, reads, none) = (
            [true, true, true],
            [true, true, false],
            [true, false, false],
            [false, false, false],
        );
        let cases = [
            (Failure::Unsent, all),
            (Failure::Broken, reads_and_puts),
            (Failure::TimedOut, reads_and_puts),
            (Failure::Final, none),
            (status(400), none),
            (status(401), none),
            (status(403), none),
            (status(404), none),
            (status(408), none),
            (status(429), reads_and_puts),
            (status(500), reads),
            (status(501), none),
            (status(502), reads_and_puts),
            (status(503), reads_and_puts),
            (status(504), reads_and_puts),
        ];
        for (failure, expected) in cases {
            assert_eq!(decisions(&policy, failure), expected, "{failure:?}");
        }
    }

    #[test]
    fn a_list_of_ones_own_stands_as_it_is() {
        let policy = RetryPolicy::new().statuses([500, 418]);
        let status = |status| Failure::Status(StatusCode::from_u16(status).unwrap());
        assert_eq!(decisions(&policy, status(500)), [true, true, false]);
        assert_eq!(decisions(&policy, status(418)), [true, true, false]);
        assert_eq!(decisions(&policy, status(503)), [false, false, false]);
    }

    #[test]
    fn a_get_that_is_not_idempotent_is_not_repeated() {
        let policy = RetryPolicy::new();
        for failure in [
            Failure::Broken,
            Failure::Status(StatusCode::SERVICE_UNAVAILABLE),
        ] {
            assert!(!may_retry(&policy, true, false, failure));
        }
    }
}
