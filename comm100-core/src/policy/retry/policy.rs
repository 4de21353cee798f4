//! What a user sets of the retries.

use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::Arc;
use std::time::Duration;

const DEFAULT_ATTEMPTS: u32 = 3;
const DEFAULT_BASE: Duration = Duration::from_millis(200);
const DEFAULT_CAP: Duration = Duration::from_secs(10);
const DEFAULT_BUDGET: u32 = 100;
const DEFAULT_STATUSES: [u16; 4] = [429, 502, 503, 504];
/// More is a loop rather than a policy.
const MOST_ATTEMPTS: u32 = 100;

type Jitter = Arc<dyn Fn(Duration) -> Duration + Send + Sync>;

/// When and how a failed call is tried again.
///
/// A call that is idempotent (GET, PUT, DELETE, or declared so) is tried again
/// after a failed connection, a reset, a truncated body, an attempt that took
/// too long, and the statuses 429, 502, 503, 504, and for GET 500. Any other is
/// tried again only if its request certainly did not leave, so that a write is
/// never done twice.
///
/// Before the n-th retry the client waits a random time between zero and
/// `base * 2^(n-1)`, at most `cap` (full jitter), after what `Retry-After`
/// asks for. A wait that would pass the call's deadline is not begun: the
/// failure is returned at once.
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
    attempts: u32,
    base: Duration,
    cap: Duration,
    /// `None`: the defaults, with 500 for GET.
    statuses: Option<Vec<u16>>,
    budget: u32,
    jitter: Option<Jitter>,
}

impl RetryPolicy {
    /// The defaults: 3 attempts, a base of 200 ms, a cap of 10 s, a budget of 100.
    #[must_use]
    pub fn new() -> Self {
        Self {
            attempts: DEFAULT_ATTEMPTS,
            base: DEFAULT_BASE,
            cap: DEFAULT_CAP,
            statuses: None,
            budget: DEFAULT_BUDGET,
            jitter: None,
        }
    }

    /// One attempt a call, whatever happens.
    #[must_use]
    pub fn off() -> Self {
        Self::new().attempts(1)
    }

    /// How often a call is tried in all, the first time included: 1 to 100, by default 3.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest wait before the first retry; it doubles with each. By default 200 ms.
    #[must_use]
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// The longest wait before any retry, not counting `Retry-After`. By default 10 s.
    #[must_use]
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// The statuses (400 to 599) after which an idempotent call is tried again.
    ///
    /// By default 429, 502, 503 and 504, and 500 for GET alone, since this
    /// service says 500 also of arguments that it cannot read. A list given
    /// here holds for all idempotent calls as it stands.
    #[must_use]
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = Some(statuses.into_iter().collect());
        self
    }

    /// How many retries all clones of the client may do beyond what their
    /// successes pay for: by default 100.
    ///
    /// A retry takes one, a success gives half of one back. In an outage the
    /// retries therefore end soon, and a thousand callers do not make three
    /// thousand requests. `u32::MAX` is practically without limit, 0 forbids
    /// retries until half of the calls had success.
    #[must_use]
    pub fn budget(mut self, retries: u32) -> Self {
        self.budget = retries;
        self
    }

    /// Replaces the random choice of a wait: takes the longest wait allowed and
    /// gives the one to use, which is never longer than that.
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

    /// Says what of the policy cannot be, for `ClientBuilder::build`.
    pub(crate) fn validate(&self) -> Result<(), String> {
        if self.attempts == 0 {
            return Err(
                "a retry policy of 0 attempts would send nothing; use RetryPolicy::off() for one attempt".into(),
            );
        }
        if self.attempts > MOST_ATTEMPTS {
            return Err(format!(
                "a retry policy of {} attempts is too much; give at most {MOST_ATTEMPTS}",
                self.attempts
            ));
        }
        if self.base > self.cap {
            return Err(format!(
                "the retry policy's base ({:?}) is longer than its cap ({:?}); give a base up to the cap",
                self.base, self.cap
            ));
        }
        let statuses = self.statuses.as_deref().unwrap_or_default();
        match statuses
            .iter()
            .find(|status| !(400..=599).contains(*status))
        {
            Some(status) => Err(format!(
                "the retry policy names the status {status}, which is no failure that a retry helps; name statuses from 400 to 599"
            )),
            None => Ok(()),
        }
    }

    pub(crate) fn most_attempts(&self) -> u32 {
        self.attempts
    }

    pub(crate) fn budget_size(&self) -> u32 {
        self.budget
    }

    /// Whether an idempotent call is tried again after this status.
    pub(crate) fn names(&self, status: u16, is_get: bool) -> bool {
        match &self.statuses {
            Some(statuses) => statuses.contains(&status),
            None => DEFAULT_STATUSES.contains(&status) || (is_get && status == 500),
        }
    }

    /// The wait before the `retry`-th retry, counted from 1.
    pub(crate) fn backoff(&self, retry: u32) -> Duration {
        let factor = 1_u32
            .checked_shl(retry.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let longest = self.base.saturating_mul(factor).min(self.cap);
        match &self.jitter {
            Some(choose) => choose(longest).min(longest),
            None => longest.mul_f64(random_fraction()),
        }
    }
}

/// A number from 0 to 1. Every `RandomState` has other keys, so that what its
/// hasher makes of nothing is random enough to spread callers over time.
fn random_fraction() -> f64 {
    let bits = RandomState::new().build_hasher().finish() >> 32;
    f64::from(u32::try_from(bits).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
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
            .field("jitter", &self.jitter.as_ref().map_or("full", |_| "own"))
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
    fn jitter_of_ones_own_is_held_to_the_ceiling() {
        let policy = RetryPolicy::new().base(MS(10)).jitter(|_| Duration::MAX);
        assert_eq!(policy.backoff(1), MS(10));
    }

    #[test]
    fn what_cannot_be_is_said() {
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
        assert_eq!(RetryPolicy::new().statuses([]).validate(), Ok(()));
    }
}
