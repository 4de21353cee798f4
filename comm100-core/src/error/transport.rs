//! The error of a transport: its cause, and if the request may have been sent.

use std::error::Error as StdError;
use std::fmt;

use super::{ErrorKind, Sent};

/// Why no response came.
#[derive(Debug)]
pub struct TransportError {
    cause: Cause,
    source: Box<dyn StdError + Send + Sync>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// No connection, or one that ended before it took the request.
    NotSent,
    ConnectTimeout,
    /// The request may have left.
    MaybeSent,
    TimedOut,
}

impl TransportError {
    /// The request certainly did not leave: no connection could be made, or it
    /// ended before it took a byte. Such a request is safe to send again.
    pub fn not_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            cause: Cause::NotSent,
            source: source.into(),
        }
    }

    /// The request left, or may have: the service may have acted on it.
    pub fn maybe_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            cause: Cause::MaybeSent,
            source: source.into(),
        }
    }

    /// Says that the cause is a limit of time of the transport's own.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.cause = match self.cause {
            Cause::NotSent | Cause::ConnectTimeout => Cause::ConnectTimeout,
            Cause::MaybeSent | Cause::TimedOut => Cause::TimedOut,
        };
        self
    }

    /// Whether the request left.
    #[must_use]
    pub fn sent(&self) -> Sent {
        match self.cause {
            Cause::NotSent | Cause::ConnectTimeout => Sent::No,
            Cause::MaybeSent | Cause::TimedOut => Sent::Maybe,
        }
    }

    pub(crate) fn describe(&self) -> (ErrorKind, &'static str) {
        match self.cause {
            Cause::NotSent => (
                ErrorKind::Connect,
                "no connection could be made; check the platform and the network",
            ),
            Cause::ConnectTimeout => (
                ErrorKind::Timeout,
                "no connection was made within the limit of time; check the platform and the network",
            ),
            Cause::MaybeSent => (
                ErrorKind::Transport,
                "the connection failed on the way; whether the service acted is not known",
            ),
            Cause::TimedOut => (
                ErrorKind::Timeout,
                "no answer came within the limit of time; whether the service acted is not known",
            ),
        }
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
