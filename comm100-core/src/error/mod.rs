//! The one error type: what went wrong, how far the request got, what the service said.

mod api;
mod display;
mod transport;

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use jiff::Timestamp;

pub use api::ApiError;
pub use transport::TransportError;

use crate::info::EndpointInfo;

/// What a call gives: a value or an [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call did not give what it declares.
///
/// One pointer wide. `Display` is one line, holds no credentials, no value of a
/// parameter and no text of a body but the service's own message.
///
/// ```
/// # use comm100::{Error, ErrorKind, Sent};
/// fn advice(error: &Error) -> String {
///     match error.kind() {
///         ErrorKind::Api => match error.code() {
///             Some(code) => format!("the service refused with code {code}"),
///             None => format!("the service answered {:?}", error.status()),
///         },
///         _ if error.sent() == Sent::No => "nothing was sent, call again".to_owned(),
///         _ => error.to_string(),
///     }
/// }
/// # let error = comm100::Platform::custom("http://example.com").unwrap_err();
/// # assert_eq!(advice(&error), "nothing was sent, call again");
/// ```
pub struct Error(Box<Inner>);

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be built, or cannot be used where it is, as configured.
    Config,
    /// A parameter cannot be sent; nothing was.
    Request,
    /// No connection could be made.
    Connect,
    /// A limit of time passed.
    Timeout,
    /// The connection failed while the request or the response was on its way.
    Transport,
    /// The service answered with a redirect, which is never followed.
    Redirect,
    /// The service answered with an error.
    Api,
    /// The response is not what the endpoint declares.
    Decode,
    /// The response is larger than the cap.
    TooLarge,
    /// The day's requests are used up; nothing was sent.
    QuotaExhausted,
    /// The store that counts the day's requests does not answer; nothing was sent.
    QuotaUnavailable,
}

/// Whether the request left: `No < Maybe < Yes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sent {
    /// Certainly not: the service cannot have acted.
    No,
    /// It may have: the connection failed or the time ran out on the way.
    Maybe,
    /// It did, and the service answered.
    Yes,
}

pub(crate) struct Inner {
    pub(crate) kind: ErrorKind,
    /// What was wrong and what to do, for [`ErrorKind`]s that the service did not cause.
    pub(crate) text: String,
    pub(crate) source: Option<Box<dyn StdError + Send + Sync>>,
    pub(crate) api: Option<ApiError>,
    pub(crate) status: Option<StatusCode>,
    pub(crate) endpoint: Option<EndpointInfo>,
    pub(crate) sent: Sent,
    pub(crate) attempts: u32,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) resets_at: Option<Timestamp>,
    pub(crate) quota_exhausted: bool,
    pub(crate) body: Option<Bytes>,
    pub(crate) page: Option<u32>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, text: String) -> Self {
        Self(Box::new(Inner {
            kind,
            text,
            source: None,
            api: None,
            status: None,
            endpoint: None,
            sent: Sent::No,
            attempts: 0,
            retry_after: None,
            resets_at: None,
            quota_exhausted: false,
            body: None,
            page: None,
        }))
    }

    pub(crate) fn config(text: String) -> Self {
        Self::new(ErrorKind::Config, text)
    }

    /// A parameter that cannot be sent, and why; never its value.
    pub(crate) fn parameter(name: &str, why: impl fmt::Display) -> Self {
        Self::new(
            ErrorKind::Request,
            format!("the parameter `{name}` cannot be sent: {why}"),
        )
    }

    /// A status other than 2xx, or a 2xx that the response type refuses.
    pub(crate) fn refused(api: ApiError, body: Bytes) -> Self {
        let mut error = Self::new(ErrorKind::Api, String::new());
        error.0.status = Some(api.status());
        error.0.api = Some(api);
        error.0.sent = Sent::Yes;
        error.0.body = Some(body);
        error
    }

    pub(crate) fn transport(error: TransportError) -> Self {
        let (kind, text) = error.describe();
        let mut result = Self::new(kind, text.to_owned());
        result.0.sent = error.sent();
        result.0.source = Some(Box::new(error));
        result
    }

    pub(crate) fn inner_mut(&mut self) -> &mut Inner {
        &mut self.0
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The status that the service answered with, if it answered.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The service's own code, such as 400000.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        self.api_error().and_then(ApiError::code)
    }

    /// The service's own message, such as `Parameter 'timeFrom' is required.`
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.api_error().and_then(ApiError::message)
    }

    /// `<code, message>` and the status, if the service answered with an error.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        self.api_error()
    }

    fn api_error(&self) -> Option<&ApiError> {
        self.0.api.as_ref()
    }

    /// The endpoint that was called. It shows as its template, never with values.
    #[must_use]
    pub fn endpoint(&self) -> Option<&EndpointInfo> {
        self.0.endpoint.as_ref()
    }

    /// How far the request got, the furthest of all attempts: decides whether
    /// calling again may do a write twice.
    #[must_use]
    pub fn sent(&self) -> Sent {
        self.0.sent
    }

    /// How many requests were tried to be sent for this call; 0 if it failed before the first.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the service asks to wait before the next call (`Retry-After`).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// When the day's limit begins anew, for a call that the limit refused.
    #[must_use]
    pub fn resets_at(&self) -> Option<Timestamp> {
        self.0.resets_at
    }

    /// The raw body of the answer, capped. It may hold what must not be logged.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.0.body.as_ref()
    }

    /// The number of the page that failed, for an error of a stream of pages.
    #[must_use]
    pub fn page(&self) -> Option<u32> {
        self.0.page
    }

    /// The client is not usable as configured.
    #[must_use]
    pub fn is_config(&self) -> bool {
        self.kind() == ErrorKind::Config
    }

    /// A parameter cannot be sent.
    #[must_use]
    pub fn is_request(&self) -> bool {
        self.kind() == ErrorKind::Request
    }

    /// No connection could be made.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// A limit of time passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// The connection failed on the way.
    #[must_use]
    pub fn is_transport(&self) -> bool {
        self.kind() == ErrorKind::Transport
    }

    /// The service answered with a redirect.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        self.kind() == ErrorKind::Redirect
    }

    /// The service answered with an error.
    #[must_use]
    pub fn is_api(&self) -> bool {
        self.kind() == ErrorKind::Api
    }

    /// The response is not what the endpoint declares.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// The response is larger than the cap.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.kind() == ErrorKind::TooLarge
    }

    /// The store that counts the day's requests does not answer.
    #[must_use]
    pub fn is_quota_unavailable(&self) -> bool {
        self.kind() == ErrorKind::QuotaUnavailable
    }

    /// The service answered 401: the email or the API key is wrong.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(StatusCode::UNAUTHORIZED)
    }

    /// The service answered 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NOT_FOUND)
    }

    /// The day's requests are used up: refused here, or by the service.
    #[must_use]
    pub fn is_quota_exhausted(&self) -> bool {
        self.kind() == ErrorKind::QuotaExhausted || self.0.quota_exhausted
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
