//! Error responses: a status and a `<code, message>` body.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::{
    account::{
        access::{Edition, Permission},
        daily_limit::Exceeded,
        rejection::Rejection,
    },
    quirks::{Quirk, Quirks},
};

/// The response to a request that is not handled.
#[derive(Clone, Debug)]
pub(crate) struct ErrorResponse {
    pub(crate) status: StatusCode,
    pub(crate) code: i64,
    pub(crate) message: String,
    /// The error of RFC 6749, of a token endpoint.
    pub(crate) oauth_error: Option<&'static str>,
    pub(crate) retry_after: Option<Duration>,
}

impl ErrorResponse {
    /// Creates an error with the code of its status: the documented 400000 for 400, and so on.
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            code: i64::from(status.as_u16()) * 1000,
            message: message.into(),
            oauth_error: None,
            retry_after: None,
        }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub(crate) fn required(parameter: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' is required."))
    }

    /// Creates the error of a parameter that does not match its format; `expected` completes "must be".
    pub(crate) fn malformed(parameter: &str, expected: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' must be {expected}."))
    }

    pub(crate) fn unknown_parameter(parameter: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' is not known."))
    }

    pub(crate) fn repeated(parameter: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' occurs more than once."))
    }

    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, message)
    }

    pub(crate) fn unauthorized(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, message)
    }

    pub(crate) fn permission(missing: Permission) -> Self {
        Self::forbidden(format!(
            "Permission denied: the agent lacks the permission '{missing}'.",
        ))
    }

    pub(crate) fn edition(needed: Edition, present: Edition) -> Self {
        Self::forbidden(format!(
            "Permission denied: this needs the {needed} edition, the account has the {present} edition.",
        ))
    }

    /// Creates the error of the rate limit, reached for this time. The documentation names no status; this is the standard
    /// one.
    pub(crate) fn rate_limit(retry_after: Duration) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, "Too many requests.")
        }
    }

    /// Creates the error of the daily limit.
    pub(crate) fn limit(Exceeded(limit): Exceeded, quirks: Quirks) -> Self {
        let message =
            format!("The daily limit of {limit} requests is exceeded. It is reset at 00:00 UTC.");
        if quirks.has(Quirk::LimitAsServerError) {
            Self {
                code: 500_010,
                ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, message)
            }
        } else {
            Self::forbidden(message)
        }
    }

    /// Returns the body, in the form that the quirks select.
    pub(crate) fn body(&self, quirks: Quirks) -> String {
        let message = Value::from(self.message.as_str());
        if let Some(error) = self.oauth_error {
            return json!({ "error": error, "error_description": message }).to_string();
        }
        if quirks.has(Quirk::UnquotedErrorKeys) {
            return format!("{{ code: {}, message: {message} }}", self.code);
        }
        let code = if quirks.has(Quirk::StringErrorCodes) {
            Value::from(self.code.to_string())
        } else {
            Value::from(self.code)
        };
        if quirks.has(Quirk::LongErrorNames) {
            json!({ "error_code": code, "error_message": message }).to_string()
        } else {
            json!({ "code": code, "message": message }).to_string()
        }
    }
}

impl From<Rejection> for ErrorResponse {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotFound(message) => Self::new(StatusCode::NOT_FOUND, message),
            Rejection::Forbidden(permission) => Self::permission(permission),
            Rejection::Required(field) => Self::required(field),
            Rejection::Invalid { field, expected } => Self::malformed(field, &expected),
            Rejection::Taken(message) => Self::bad_request(message),
        }
    }
}
