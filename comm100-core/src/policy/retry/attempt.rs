//! A failed attempt, as the retry decision sees it.

use crate::error::Error;
use crate::info::EndpointInfo;

/// A failed attempt of a call, for the rule of [`RetryPolicy::when`](crate::RetryPolicy::when).
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    endpoint: &'a EndpointInfo,
    error: &'a Error,
    number: u32,
    verdict: Verdict,
}

/// The decision about a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The call is tried again, if attempts, the budget and the deadline allow it.
    Retry,
    /// The failure is returned.
    Stop,
}

impl From<bool> for Verdict {
    /// `true` is [`Retry`](Self::Retry).
    fn from(retry: bool) -> Self {
        if retry { Self::Retry } else { Self::Stop }
    }
}

impl<'a> Attempt<'a> {
    pub(crate) fn new(endpoint: &'a EndpointInfo, error: &'a Error, number: u32) -> Self {
        Self {
            endpoint,
            error,
            number,
            verdict: Verdict::Stop,
        }
    }

    pub(super) fn with_verdict(mut self, verdict: Verdict) -> Self {
        self.verdict = verdict;
        self
    }

    /// Returns the endpoint that is called.
    #[must_use]
    pub fn endpoint(&self) -> &'a EndpointInfo {
        self.endpoint
    }

    /// Returns the failure of this attempt: its kind, status, code, message, and how far the
    /// request got.
    #[must_use]
    pub fn error(&self) -> &'a Error {
        self.error
    }

    /// Returns the number of the attempt, counted from 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Returns what the policy decides without the rule.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }
}
