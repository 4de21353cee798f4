//! The one error type: what went wrong, how far the request got, what the service said.

mod api;
mod build;
mod display;
mod kind;
mod one_line;
mod redact;
#[cfg(test)]
mod tests;
mod transport;
mod unread_file;

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;

pub use api::ApiError;
pub use kind::{ErrorKind, Sent};
pub use transport::TransportError;
pub(crate) use unread_file::UnreadFile;

use crate::info::EndpointInfo;

/// The result of a call: a value or an [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Any error, such as the cause of another.
pub(crate) type BoxError = Box<dyn StdError + Send + Sync>;

/// The reason why a call failed.
///
/// One pointer wide. `Display` is one line and contains no credentials, no parameter's value and no
/// text of a body except the service's own message.
///
/// ```
/// # use comm100::{Error, ErrorKind, Sent};
/// fn advice(error: &Error) -> String {
///     match error.kind() {
///         ErrorKind::Api => match error.code() {
///             Some(code) => format!("the service failed with code {code}"),
///             None => format!("the service answered {:?}", error.status()),
///         },
///         _ if error.sent() == Sent::No => "nothing was sent, call again".to_owned(),
///         _ => error.to_string(),
///     }
/// }
/// # let error = comm100::Platform::custom("http://example.com").unwrap_err();
/// # assert_eq!(advice(&error), "nothing was sent, call again");
/// ```
pub struct Error(Box<Context>);

/// The contents of an error. Most fields are set for some kinds only.
struct Context {
    kind: ErrorKind,
    /// The problem and the remedy, for [`ErrorKind`]s that the service did not cause.
    text: String,
    /// The calls that wait for one token share its error.
    source: Option<Arc<dyn StdError + Send + Sync>>,
    api: Option<ApiError>,
    status: Option<StatusCode>,
    headers: Option<HeaderMap>,
    endpoint: Option<EndpointInfo>,
    sent: Sent,
    attempts: u32,
    retry_after: Option<Duration>,
    resets_at: Option<Timestamp>,
    body: Option<Bytes>,
    page: Option<u32>,
}

impl Error {
    /// Returns the kind of failure.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the status of the response, if there was one; of an
    /// [`Authorization`](ErrorKind::Authorization) error that of the token endpoint.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// Returns the headers of the response to the last attempt, if its head arrived: with a request's id
    /// for the service's support, say. They may contain secrets such as cookies: do not log them all.
    ///
    /// ```
    /// # fn support(error: &comm100::Error) -> Option<&str> {
    /// error.headers()?.get("X-Request-Id")?.to_str().ok()
    /// # }
    /// ```
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.headers.as_ref()
    }

    /// Returns the service's own code, such as 400000.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.api().and_then(ApiError::code)
    }

    /// Returns the service's own name of the error, such as `EntityNotFound`; version 4 of the API
    /// names its errors.
    #[must_use]
    pub fn error_name(&self) -> Option<&str> {
        self.api().and_then(ApiError::name)
    }

    /// Returns the service's own message, such as `Parameter 'timeFrom' is required.`
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.api().and_then(ApiError::message)
    }

    /// Returns `<code, message>` and the status, if the service answered with an error.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        self.0.api.as_ref()
    }

    /// Returns the endpoint that was called. It is displayed as its template, never with values.
    #[must_use]
    pub fn endpoint(&self) -> Option<&EndpointInfo> {
        self.0.endpoint.as_ref()
    }

    /// Returns how far the request got: the last attempt that was sent, or may have been. Unless it is
    /// `No`, calling again may repeat a write.
    #[must_use]
    pub fn sent(&self) -> Sent {
        self.0.sent
    }

    /// Returns true if the service may have acted: the call is a write that was sent, or may have been,
    /// and its only attempt was not rejected with a 4xx. Check before you call again.
    ///
    /// A 5xx is not a rejection, since a proxy may send it after the service acted, nor is a success
    /// whose body cannot be read.
    #[must_use]
    pub fn may_have_acted(&self) -> bool {
        let is_write = self
            .endpoint()
            .is_some_and(|known| !known.method().is_safe());
        let is_rejection = self.status().is_some_and(|status| status.is_client_error());
        is_write && self.sent() != Sent::No && !(is_rejection && self.attempts() <= 1)
    }

    /// Returns the number of attempts; 0 if the call failed before the first.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns how long to wait before the next call: the service's `Retry-After`, at most 24 hours,
    /// or for [`RateLimited`](ErrorKind::RateLimited) the time until a turn is free.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Returns when the daily limit resets, for a call that the limit rejected.
    #[must_use]
    pub fn resets_at(&self) -> Option<Timestamp> {
        self.0.resets_at
    }

    /// Returns the raw body of the response, at most `max_response_bytes`, of an error response at
    /// most 64 KiB. It may contain secrets: do not log it.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.0.body.as_ref()
    }

    /// Returns the number of the page that failed, for an error of a stream of pages.
    #[must_use]
    pub fn page(&self) -> Option<u32> {
        self.0.page
    }

    /// Returns true if the client cannot be used as configured.
    #[must_use]
    pub fn is_config(&self) -> bool {
        self.kind() == ErrorKind::Config
    }

    /// Returns true if a parameter cannot be sent.
    #[must_use]
    pub fn is_request(&self) -> bool {
        self.kind() == ErrorKind::Request
    }

    /// Returns true if no connection could be made.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// Returns true if a timeout or the call's deadline passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Returns true if the connection failed during the request or the response.
    #[must_use]
    pub fn is_transport(&self) -> bool {
        self.kind() == ErrorKind::Transport
    }

    /// Returns true if the service answered with a redirect.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        self.kind() == ErrorKind::Redirect
    }

    /// Returns true if the service answered with an error.
    #[must_use]
    pub fn is_api(&self) -> bool {
        self.kind() == ErrorKind::Api
    }

    /// Returns true if the response is not what the endpoint declares.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// Returns true if the response is larger than `max_response_bytes`.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.kind() == ErrorKind::TooLarge
    }

    /// Returns true if the store that counts the day's requests does not respond.
    #[must_use]
    pub fn is_quota_unavailable(&self) -> bool {
        self.kind() == ErrorKind::QuotaUnavailable
    }

    /// Returns true if the client's rate limit leaves no turn before the deadline.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.kind() == ErrorKind::RateLimited
    }

    /// Returns true if the service answered 401: the credentials are wrong.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(StatusCode::UNAUTHORIZED)
    }

    /// Returns true if no token could be obtained for the request.
    #[must_use]
    pub fn is_authorization(&self) -> bool {
        self.kind() == ErrorKind::Authorization
    }

    /// Returns true if the service answered 404 to the call. A 404 of the token endpoint says nothing
    /// about what was called, and does not count.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NOT_FOUND) && !self.is_authorization()
    }

    /// Returns true if the day's requests are used up, as this client counted or the service said.
    #[must_use]
    pub fn is_quota_exhausted(&self) -> bool {
        self.resets_at().is_some()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
