//! Why a request is not carried out: a status and the message of the `<code, message>` body.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::quirks::{Quirk, Quirks};

/// The answer to a request that is refused.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) code: i64,
    pub(crate) message: String,
}

impl Refusal {
    /// A refusal with the code of its status: the documented 400000 for 400, and so on.
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            code: i64::from(status.as_u16()) * 1000,
            message: message.into(),
        }
    }

    /// 400, for a reason of the endpoint's own.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub(crate) fn required(parameter: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' is required."))
    }

    /// A parameter that does not match its format; `expected` completes "must be".
    pub(crate) fn malformed(parameter: &str, expected: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' must be {expected}."))
    }

    pub(crate) fn unknown_parameter(parameter: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' is not known."))
    }

    pub(crate) fn repeated(parameter: &str) -> Self {
        Self::bad_request(format!("Parameter '{parameter}' is given more than once."))
    }

    /// Something that an endpoint was asked for is not there.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, message)
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "The email or the API key is wrong.",
        )
    }

    /// The body, in the form that the quirks ask for.
    pub(crate) fn body(&self, quirks: Quirks) -> String {
        let message = Value::from(self.message.as_str());
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
