//! The failure to get a token, which all calls that wait for it share.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use crate::error::{ApiError, BoxError, Error, ErrorKind, TransportError};
use crate::service::PASSING_STATUSES;

/// The failure of a request for a token. Cheap to clone, since an [`Error`] is made of it for each call.
#[derive(Clone)]
pub(super) struct TokenFailure(Arc<Cause>);

enum Cause {
    /// The token endpoint answered with an error.
    Refused(ApiError, Option<Duration>),
    /// There was no response, or none with a token.
    Unanswered {
        text: String,
        source: Option<Arc<dyn StdError + Send + Sync>>,
        is_passing: bool,
    },
    /// The rate limit leaves no turn in time.
    RateLimited(Option<Duration>),
}

impl TokenFailure {
    pub(super) fn refused(api: ApiError, retry_after: Option<Duration>) -> Self {
        Self(Arc::new(Cause::Refused(api, retry_after)))
    }

    pub(super) fn transport(error: TransportError) -> Self {
        let (_, text) = error.describe();
        Self::unanswered(text, Some(Arc::new(error)), true)
    }

    /// Creates the failure of the token endpoint or source of this name that did not respond in time.
    pub(super) fn timed_out(name: &str) -> Self {
        Self::unanswered(
            format!("{name} did not answer in time; see `attempt_timeout`"),
            None,
            true,
        )
    }

    /// Creates the failure of a response without a token.
    pub(super) fn invalid(text: &str) -> Self {
        Self::unanswered(text.to_owned(), None, false)
    }

    /// Creates the failure of the user's source.
    pub(super) fn source(source: BoxError) -> Self {
        Self::unanswered(
            "the token source failed; see the source of this error".into(),
            Some(source.into()),
            false,
        )
    }

    pub(super) fn rate_limited(retry_after: Option<Duration>) -> Self {
        Self(Arc::new(Cause::RateLimited(retry_after)))
    }

    fn unanswered(
        text: String,
        source: Option<Arc<dyn StdError + Send + Sync>>,
        is_passing: bool,
    ) -> Self {
        Self(Arc::new(Cause::Unanswered {
            text,
            source,
            is_passing,
        }))
    }

    /// Returns true if another request may get a token: the endpoint is unavailable, not the credentials
    /// wrong.
    pub(super) fn is_passing(&self) -> bool {
        match &*self.0 {
            Cause::Refused(api, _) => PASSING_STATUSES.contains(&api.status().as_u16()),
            Cause::Unanswered { is_passing, .. } => *is_passing,
            // A turn may become free while calls wait.
            Cause::RateLimited(_) => true,
        }
    }

    pub(super) fn is_rate_limited(&self) -> bool {
        matches!(*self.0, Cause::RateLimited(_))
    }

    pub(super) fn retry_after(&self) -> Option<Duration> {
        match &*self.0 {
            Cause::Refused(_, retry_after) | Cause::RateLimited(retry_after) => *retry_after,
            Cause::Unanswered { .. } => None,
        }
    }

    /// Returns the error of one call. Its own request was not sent.
    pub(super) fn error(&self) -> Error {
        match &*self.0 {
            Cause::Refused(api, retry_after) => {
                let text = "cannot get a token; check the credentials and the platform";
                Error::authorization(text.into())
                    .with_api(api.clone())
                    .with_retry_after(*retry_after)
            }
            Cause::Unanswered { text, source, .. } => {
                let error = Error::authorization(format!("cannot get a token: {text}"));
                match source {
                    Some(source) => error.with_source(Arc::clone(source)),
                    None => error,
                }
            }
            Cause::RateLimited(retry_after) => Error::new(
                ErrorKind::RateLimited,
                "the rate limit leaves no turn for a token request; try again later".into(),
            )
            .with_retry_after(*retry_after),
        }
    }
}
