//! Errors are made whole: a constructor for each cause, and builders for its circumstances.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;

use super::transport::{UNANSWERED, UNFINISHED};
use super::{ApiError, BoxError, Context, Error, ErrorKind, Sent, TransportError};
use crate::info::EndpointInfo;

// The constructors.
impl Error {
    pub(crate) fn new(kind: ErrorKind, text: String) -> Self {
        Self(Box::new(Context {
            kind,
            text,
            source: None,
            api: None,
            status: None,
            headers: None,
            endpoint: None,
            sent: Sent::No,
            attempts: 0,
            retry_after: None,
            resets_at: None,
            body: None,
            page: None,
        }))
    }

    pub(crate) fn config(text: String) -> Self {
        Self::new(ErrorKind::Config, text)
    }

    pub(crate) fn request(text: String) -> Self {
        Self::new(ErrorKind::Request, text)
    }

    /// Creates the error of a parameter that cannot be sent, and why; never its value.
    pub(crate) fn parameter(name: &str, why: impl fmt::Display) -> Self {
        Self::request(format!("cannot send the parameter `{name}`: {why}"))
    }

    /// Creates the error of a token that could not be obtained.
    pub(crate) fn authorization(text: String) -> Self {
        Self::new(ErrorKind::Authorization, text)
    }

    /// Creates the error of a response that is not what the endpoint declares.
    pub(crate) fn decode(text: String) -> Self {
        Self::new(ErrorKind::Decode, text)
    }

    /// Creates the error of a status other than 2xx, or of a 2xx that the response type rejects.
    pub(crate) fn refused(api: ApiError, body: Bytes) -> Self {
        let status = api.status();
        let mut error = Self::new(ErrorKind::Api, String::new());
        error.0.api = Some(api);
        error.answered_with(status).with_body(body)
    }

    /// Creates the error of a timeout before anything was sent.
    pub(crate) fn timeout(text: &str) -> Self {
        Self::new(ErrorKind::Timeout, text.to_owned())
    }

    /// Creates the error of an attempt whose time ended before the head of the response.
    pub(crate) fn unanswered() -> Self {
        Self::timeout(UNANSWERED).reached(Sent::Maybe)
    }

    /// Creates the error of a response whose time ended within its body.
    pub(crate) fn unfinished(status: StatusCode) -> Self {
        Self::timeout(UNFINISHED).answered_with(status)
    }

    pub(crate) fn transport(error: TransportError) -> Self {
        let sent = error.sent();
        let (kind, text) = error.describe();
        Self::new(kind, text).caused_by(error).reached(sent)
    }

    /// Creates the error of a response whose connection failed after its head.
    pub(crate) fn interrupted(error: TransportError, status: StatusCode) -> Self {
        let (kind, text) = error.describe_within_the_body();
        Self::new(kind, text).caused_by(error).answered_with(status)
    }
}

// The circumstances.
impl Error {
    pub(crate) fn at(mut self, endpoint: &EndpointInfo) -> Self {
        self.0.endpoint = Some(*endpoint);
        self
    }

    /// Sets how far the request got.
    pub(crate) fn reached(mut self, sent: Sent) -> Self {
        self.0.sent = sent;
        self
    }

    /// Sets the status of the response: the request was sent.
    pub(crate) fn answered_with(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self.reached(Sent::Yes)
    }

    /// Sets the response to a request that precedes the call's own, which was not sent.
    pub(crate) fn with_api(mut self, api: ApiError) -> Self {
        self.0.status = Some(api.status());
        self.0.api = Some(api);
        self
    }

    #[cold]
    pub(crate) fn with_headers(mut self, headers: &HeaderMap) -> Self {
        self.0.headers = Some(headers.clone());
        self
    }

    pub(crate) fn with_body(mut self, body: Bytes) -> Self {
        self.0.body = Some(body);
        self
    }

    pub(crate) fn after_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn with_retry_after(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after = wait;
        self
    }

    /// Sets the time until which the day's quota is used up.
    pub(crate) fn exhausted_until(mut self, reset: Timestamp) -> Self {
        self.0.resets_at = Some(reset);
        self
    }

    pub(crate) fn caused_by(self, source: impl Into<BoxError>) -> Self {
        self.with_source(Arc::from(source.into()))
    }

    /// Sets a source that other errors have too.
    pub(crate) fn with_source(mut self, source: Arc<dyn std::error::Error + Send + Sync>) -> Self {
        self.0.source = Some(source);
        self
    }

    pub(crate) fn of_page(mut self, number: u32) -> Self {
        self.0.page = Some(number);
        self
    }
}
