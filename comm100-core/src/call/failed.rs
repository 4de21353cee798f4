//! A failed attempt.

use crate::error::Error;
use crate::policy::retry::Failure;

/// A failed attempt, and how it failed, which decides about another one.
pub(super) struct FailedAttempt {
    pub(super) error: Error,
    pub(super) failure: Failure,
}
