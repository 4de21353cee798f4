//! The retry policy that users set.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::Method;

use super::attempt::{Attempt, Verdict};
use crate::random;
use crate::service::{PASSING_STATUSES, may_repeat_500};

const DEFAULT_ATTEMPTS: u32 = 3;
const DEFAULT_BASE: Duration = Duration::from_millis(200);
const DEFAULT_CAP: Duration = Duration::from_secs(10);
const DEFAULT_BUDGET: u32 = 100;

type Jitter = Arc<dyn Fn(Duration) -> Duration + Send + Sync>;
type Rule = Arc<dyn Fn(&Attempt<'_>) -> Verdict + Send + Sync>;

/// The rules by which a failed call is tried again.
///
/// A call that is idempotent (GET, HEAD, PUT, DELETE, or declared so) is tried again after a failed
/// connection, a reset, a truncated body, an attempt that timed out, and the statuses 408, 429, 502,
/// 503, 504, and for GET and HEAD 500. Any other is tried again only if its request was certainly not sent,
/// so that a write is never repeated.
///
/// Before the n-th retry the client waits a random time between zero and `base * 2^(n-1)`, at most
/// `cap` (full jitter), after the time in `Retry-After`. A wait that would pass the call's
/// deadline is not started: the failure is returned at once.
///
/// ```
/// use std::time::Duration;
/// use comm100::{Client, Credentials, RetryPolicy};
///
/// # fn demo() -> comm100::Result<()> {
/// let client = Client::builder()
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .retry(RetryPolicy::new().attempts(5).base(Duration::from_millis(50)))
///     .build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct RetryPolicy {
    pub(super) attempts: u32,
    pub(super) base: Duration,
    pub(super) cap: Duration,
    /// `None`: the defaults.
    pub(super) statuses: Option<Vec<u16>>,
    budget: u32,
    jitter: Option<Jitter>,
    rule: Option<Rule>,
}

impl RetryPolicy {
    /// Returns the defaults: 3 attempts, a base of 200 ms, a cap of 10 s, a budget of 100.
    #[must_use]
    pub fn new() -> Self {
        Self {
            attempts: DEFAULT_ATTEMPTS,
            base: DEFAULT_BASE,
            cap: DEFAULT_CAP,
            statuses: None,
            budget: DEFAULT_BUDGET,
            jitter: None,
            rule: None,
        }
    }

    /// Returns a policy of one attempt per call, and of one request for a token. A 401 to a token
    /// still renews the token and repeats the attempt once, since a request that got a 401 had no effect.
    #[must_use]
    pub fn off() -> Self {
        Self::new().attempts(1)
    }

    /// Sets the number of attempts of a call, the first included: 1 to 100. Defaults to 3.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the longest wait before the first retry; it doubles with each. Defaults to 200 ms.
    #[must_use]
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// Sets the longest wait before any retry, not counting `Retry-After`. Defaults to 10 s.
    #[must_use]
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// Sets the statuses (400 to 599) after which an idempotent call is retried.
    ///
    /// Defaults to 408, 429, 502, 503 and 504, and 500 for GET and HEAD. A list replaces the
    /// defaults; with 500 in it, only GET and HEAD are retried after a 500, since the service also responds with 500 to
    /// arguments that it cannot read.
    #[must_use]
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = Some(statuses.into_iter().collect());
        self
    }

    /// Sets how many retries all clones of the client may make beyond those that their successes
    /// pay for. Defaults to 100.
    ///
    /// A retry takes one, a success returns half of one, as does an error that a working service
    /// answers, such as a 404. In an outage the retries therefore end soon, and a thousand callers
    /// do not make three thousand requests. `u32::MAX` is practically without limit, 0 forbids
    /// retries until successes have paid for one.
    #[must_use]
    pub fn budget(mut self, retries: u32) -> Self {
        self.budget = retries;
        self
    }

    /// Replaces the random choice of a wait: takes the longest wait allowed and returns the one to
    /// use, which is never longer than that.
    ///
    /// ```
    /// # use comm100::RetryPolicy;
    /// // The same wait every time, for tests.
    /// let policy = RetryPolicy::new().jitter(|longest| longest);
    /// ```
    #[must_use]
    pub fn jitter(mut self, choose: impl Fn(Duration) -> Duration + Send + Sync + 'static) -> Self {
        self.jitter = Some(Arc::new(choose));
        self
    }

    /// Sets a rule that decides in the place of the policy, which [`Attempt::verdict`] returns.
    ///
    /// The rule may forbid any retry. It may allow one only for a call that is idempotent, or whose
    /// request was certainly not sent: a write is never repeated. Attempts, budget and deadline
    /// hold as before.
    ///
    /// ```
    /// use comm100::{RetryPolicy, Verdict};
    ///
    /// let policy = RetryPolicy::new().when(|attempt| match attempt.error().code() {
    ///     Some(503_007) => Verdict::Stop,
    ///     Some(409_001) => Verdict::Retry,
    ///     _ => attempt.verdict(),
    /// });
    /// ```
    #[must_use]
    pub fn when<V: Into<Verdict>>(
        mut self,
        rule: impl Fn(&Attempt<'_>) -> V + Send + Sync + 'static,
    ) -> Self {
        self.rule = Some(Arc::new(move |attempt| rule(attempt).into()));
        self
    }

    pub(crate) fn most_attempts(&self) -> u32 {
        self.attempts
    }

    pub(crate) fn budget_size(&self) -> u32 {
        self.budget
    }

    /// Returns the user's rule.
    pub(super) fn rule(&self) -> Option<&Rule> {
        self.rule.as_ref()
    }

    /// Returns true if an idempotent call of this method is retried after this status.
    pub(super) fn names(&self, status: u16, method: &Method) -> bool {
        if status == 500 && !may_repeat_500(method) {
            return false;
        }
        match &self.statuses {
            Some(statuses) => statuses.contains(&status),
            None => PASSING_STATUSES.contains(&status),
        }
    }

    /// Returns the wait before the `retry`-th retry, counted from 1.
    pub(crate) fn backoff(&self, retry: u32) -> Duration {
        let factor = 1_u32
            .checked_shl(retry.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let longest = self.base.saturating_mul(factor).min(self.cap);
        match &self.jitter {
            Some(choose) => choose(longest).min(longest),
            None => longest.mul_f64(random::fraction()),
        }
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for RetryPolicy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RetryPolicy")
            .field("attempts", &self.attempts)
            .field("base", &self.base)
            .field("cap", &self.cap)
            .field("statuses", &self.statuses)
            .field("budget", &self.budget)
            .field("jitter", &self.jitter.as_ref().map_or("full", |_| "custom"))
            .field("rule", &self.rule.is_some())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn the_ceiling_doubles_up_to_the_cap() {
        let policy = RetryPolicy::new()
            .base(MS(100))
            .cap(MS(450))
            .jitter(|longest| longest);
        let waits: Vec<_> = [1, 2, 3, 4, 33, u32::MAX]
            .map(|retry| policy.backoff(retry))
            .into();
        assert_eq!(
            waits,
            [MS(100), MS(200), MS(400), MS(450), MS(450), MS(450)]
        );
    }

    #[test]
    fn full_jitter_fills_the_whole_range_and_never_leaves_it() {
        let policy = RetryPolicy::new().base(MS(1000)).cap(MS(1000));
        let waits: Vec<_> = (0..2000).map(|_| policy.backoff(1)).collect();
        assert!(waits.iter().all(|wait| *wait <= MS(1000)));
        for quarter in 0..4_u64 {
            let range = MS(quarter * 250)..MS((quarter + 1) * 250);
            let share = waits.iter().filter(|wait| range.contains(wait)).count();
            assert!(
                (300..700).contains(&share),
                "{share} of 2000 in quarter {quarter}"
            );
        }
    }

    #[test]
    fn custom_jitter_is_limited_to_the_ceiling() {
        let policy = RetryPolicy::new().base(MS(10)).jitter(|_| Duration::MAX);
        assert_eq!(policy.backoff(1), MS(10));
    }
}
