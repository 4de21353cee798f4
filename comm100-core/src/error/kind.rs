//! The kinds of errors, and how far a request got.

use std::fmt;

/// The kinds of [`Error`](crate::Error).
///
/// `Display` shows a word that does not change, for metrics: `timeout`, `quota_exhausted`.
///
/// ```
/// use comm100::ErrorKind;
///
/// assert_eq!(ErrorKind::QuotaExhausted.to_string(), "quota_exhausted");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be used as configured, a call runs outside a Tokio runtime (or a blocking
    /// call inside one), or [`Download::save`](crate::Download::save) cannot write its file.
    Config,
    /// A parameter cannot be sent. Nothing was sent.
    Request,
    /// No connection could be made.
    Connect,
    /// A timeout or the call's deadline passed.
    Timeout,
    /// The connection failed while the request or the response was in flight.
    Transport,
    /// The service answered with a redirect, which is never followed.
    Redirect,
    /// The service answered with an error.
    Api,
    /// The response is not what the endpoint declares.
    Decode,
    /// The response is larger than `max_response_bytes`.
    TooLarge,
    /// The day's requests are used up. Nothing was sent.
    QuotaExhausted,
    /// The store that counts the day's requests does not respond. Nothing was sent.
    QuotaUnavailable,
    /// No token could be obtained for an attempt, which was not sent; `sent()` is that of the
    /// attempts before. The status, code and message are those of the token endpoint; the error of a
    /// [`TokenSource`](crate::TokenSource) is the source.
    Authorization,
    /// The rate limit leaves no turn before the deadline. Nothing was sent.
    RateLimited,
}

impl ErrorKind {
    /// Returns the word that [`Display`](fmt::Display) shows, lowercase with `_` between words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Request => "request",
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::Transport => "transport",
            Self::Redirect => "redirect",
            Self::Api => "api",
            Self::Decode => "decode",
            Self::TooLarge => "too_large",
            Self::QuotaExhausted => "quota_exhausted",
            Self::QuotaUnavailable => "quota_unavailable",
            Self::Authorization => "authorization",
            Self::RateLimited => "rate_limited",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// The progress of a request: `No < Maybe < Yes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sent {
    /// It was certainly not sent: the service cannot have acted.
    No,
    /// It may have been sent: the connection failed or timed out before a response arrived.
    Maybe,
    /// It was sent, and the service answered.
    Yes,
}
