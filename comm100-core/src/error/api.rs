//! The error of the service: a code, a name, a message, and the status.

use std::fmt;

use http::StatusCode;

use super::one_line::OneLine;
use crate::service::ErrorBody;

/// An error as the service described it: a code, a name, a message, and the status.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiError {
    code: Option<i64>,
    pub(super) name: Option<String>,
    pub(super) message: Option<String>,
    status: StatusCode,
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: i64, message: String) -> Self {
        Self {
            code: Some(code),
            name: None,
            message: Some(message),
            status,
        }
    }

    /// Reads a body; one that describes no error leaves the status alone.
    pub(crate) fn decode(status: StatusCode, body: &[u8]) -> Self {
        let ErrorBody {
            code,
            name,
            message,
        } = ErrorBody::read(body);
        Self {
            code,
            name,
            message,
            status,
        }
    }

    /// Returns the service's code, such as 400000.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.code
    }

    /// Returns the service's name of the error, such as `EntityNotFound`.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns the service's message, as it was sent except that credentials in it are replaced.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }
}

/// `<code, name, message>`, as far as the service sent them, on one line and capped.
impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("<")?;
        let mut separator = "";
        if let Some(code) = self.code {
            write!(formatter, "{code}")?;
            separator = ", ";
        }
        for text in [&self.name, &self.message].into_iter().flatten() {
            write!(formatter, "{separator}{}", OneLine(text))?;
            separator = ", ";
        }
        if separator.is_empty() {
            write!(formatter, "{}", self.status)?;
        }
        formatter.write_str(">")
    }
}
