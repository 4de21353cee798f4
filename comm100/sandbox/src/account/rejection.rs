//! The reasons for which the account rejects a request.

use super::access::Permission;

/// A reason, without a status or an error code: those are the API's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rejection {
    /// The entity does not exist, or not for the caller. The text is a sentence.
    NotFound(String),
    /// The agent lacks a permission.
    Forbidden(Permission),
    /// A value is missing.
    Required(&'static str),
    /// A value breaks a rule; `expected` completes "must be".
    Invalid {
        field: &'static str,
        expected: String,
    },
    /// A name or an email is in use. The text is a sentence.
    Taken(String),
}

impl Rejection {
    pub(crate) fn invalid(field: &'static str, expected: impl Into<String>) -> Self {
        Self::Invalid {
            field,
            expected: expected.into(),
        }
    }
}

/// Rejects a text that is set, but blank.
pub(crate) fn check_not_blank(field: &'static str, text: Option<&str>) -> Result<(), Rejection> {
    match text {
        Some(text) if text.trim().is_empty() => {
            Err(Rejection::invalid(field, "a text that is not empty"))
        }
        _ => Ok(()),
    }
}
