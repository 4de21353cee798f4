//! Retry policies that cannot be used.

use super::policy::RetryPolicy;

/// More would be a loop rather than a policy.
const MOST_ATTEMPTS: u32 = 100;

impl RetryPolicy {
    /// Returns an error for a policy that cannot be used; `ClientBuilder::build` calls it.
    pub(crate) fn validate(&self) -> Result<(), String> {
        if self.attempts == 0 {
            return Err(
                "a retry policy of 0 attempts would send nothing; use RetryPolicy::off() for one attempt".into(),
            );
        }
        if self.attempts > MOST_ATTEMPTS {
            return Err(format!(
                "the retry policy has {} attempts; set at most {MOST_ATTEMPTS}",
                self.attempts
            ));
        }
        if self.base > self.cap {
            return Err(format!(
                "the retry policy's base ({:?}) is longer than its cap ({:?}); set a base up to the cap",
                self.base, self.cap
            ));
        }
        let statuses = self.statuses.as_deref().unwrap_or_default();
        match statuses
            .iter()
            .find(|status| !(400..=599).contains(*status))
        {
            Some(status) => Err(format!(
                "the retry policy names the status {status}, which is not a failure; use statuses from 400 to 599"
            )),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn the_error_names_the_mistake() {
        let cases = [
            (RetryPolicy::new().attempts(0), "0 attempts"),
            (RetryPolicy::new().attempts(101), "at most 100"),
            (RetryPolicy::new().base(MS(20)).cap(MS(10)), "up to the cap"),
            (RetryPolicy::new().statuses([503, 200]), "status 200"),
            (RetryPolicy::new().statuses([600]), "status 600"),
        ];
        for (policy, text) in cases {
            let error = policy.validate().unwrap_err();
            assert!(error.contains(text), "{error}");
        }
        assert_eq!(RetryPolicy::off().validate(), Ok(()));
        for policy in [
            RetryPolicy::new().statuses([]),
            RetryPolicy::new().statuses([400, 599]),
            RetryPolicy::new().attempts(100),
            RetryPolicy::new().base(MS(10)).cap(MS(10)),
        ] {
            assert_eq!(policy.validate(), Ok(()));
        }
    }
}
