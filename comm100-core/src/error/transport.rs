//! The error of a transport: its cause, and how far the request got.

use std::error::Error as StdError;
use std::fmt;

use super::unread_file::unread_file;
use super::{BoxError, ErrorKind, Sent};

/// The reason why a transport got no response.
#[derive(Debug)]
pub struct TransportError {
    cause: Cause,
    /// A text to show, free of values, in place of the general one.
    text: Option<String>,
    source: BoxError,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// No connection, or one that ended before it accepted the request.
    NotSent,
    ConnectTimeout,
    /// The request may have been sent.
    MaybeSent,
    TimedOut,
}

/// The text of an attempt that ends before the head of its response.
pub(super) const UNANSWERED: &str = "timed out before a response came";
/// The text of an attempt that ends within the body of its response.
pub(super) const UNFINISHED: &str = "timed out before the response was complete";

impl TransportError {
    /// Creates an error for a request that was certainly not sent: no connection could be made, or
    /// it ended before the first byte. Any such request is safe to send again.
    pub fn not_sent(source: impl Into<BoxError>) -> Self {
        Self {
            cause: Cause::NotSent,
            text: None,
            source: source.into(),
        }
    }

    /// Creates an error for a request that was sent, or may have been: the service may have acted
    /// on it.
    pub fn maybe_sent(source: impl Into<BoxError>) -> Self {
        Self {
            cause: Cause::MaybeSent,
            text: None,
            source: source.into(),
        }
    }

    /// Marks the error as a timeout of the transport.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.cause = match self.cause {
            Cause::NotSent | Cause::ConnectTimeout => Cause::ConnectTimeout,
            Cause::MaybeSent | Cause::TimedOut => Cause::TimedOut,
        };
        self
    }

    /// Sets a text to show in place of the general one. It must not contain any values.
    pub(crate) fn described(mut self, text: String) -> Self {
        self.text = Some(text);
        self
    }

    /// Returns how far the request got.
    #[must_use]
    pub fn sent(&self) -> Sent {
        match self.cause {
            Cause::NotSent | Cause::ConnectTimeout => Sent::No,
            Cause::MaybeSent | Cause::TimedOut => Sent::Maybe,
        }
    }

    /// Returns the error that the transport failed with, to recognize it by its type:
    ///
    /// ```
    /// use std::io;
    /// use comm100::TransportError;
    ///
    /// /// Returns true if a call failed because a disk that its custom transport writes to is full.
    /// fn is_full(error: &comm100::Error) -> bool {
    ///     std::error::Error::source(error)
    ///         .and_then(|error| error.downcast_ref::<TransportError>())
    ///         .and_then(|error| error.get_ref().downcast_ref::<io::Error>())
    ///         .is_some_and(|error| error.kind() == io::ErrorKind::StorageFull)
    /// }
    /// ```
    #[must_use]
    pub fn get_ref(&self) -> &(dyn StdError + Send + Sync + 'static) {
        &*self.source
    }

    pub(crate) fn describe(&self) -> (ErrorKind, String) {
        let (kind, text) = match self.cause {
            Cause::NotSent => (
                ErrorKind::Connect,
                "could not connect; check the platform and the network",
            ),
            Cause::ConnectTimeout => (
                ErrorKind::Timeout,
                "timed out while connecting; check the platform and the network",
            ),
            Cause::MaybeSent => (
                ErrorKind::Transport,
                "the connection failed before a response came",
            ),
            Cause::TimedOut => (ErrorKind::Timeout, UNANSWERED),
        };
        let own =
            || unread_file(&*self.source).map_or_else(|| text.to_owned(), ToString::to_string);
        (kind, self.text.clone().unwrap_or_else(own))
    }

    /// Like [`describe`](Self::describe), for a failure after the head of the response.
    pub(crate) fn describe_within_the_body(&self) -> (ErrorKind, String) {
        let (kind, text) = match self.cause {
            Cause::NotSent | Cause::MaybeSent => (
                ErrorKind::Transport,
                "the connection failed before the response was complete",
            ),
            Cause::ConnectTimeout | Cause::TimedOut => (ErrorKind::Timeout, UNFINISHED),
        };
        (kind, text.to_owned())
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.source)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.source()
    }
}
