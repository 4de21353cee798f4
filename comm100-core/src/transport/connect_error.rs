//! Errors that name where a connection could not be made, and why.

#[cfg(any(feature = "__hyper", feature = "reqwest"))]
use std::{error::Error as StdError, io};

use url::Url;

use crate::error::{BoxError, TransportError};

/// Returns the error of a connection to `target` (host and port, never a path) that failed or timed out.
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
pub(super) fn connect_error(
    target: Option<&str>,
    error: impl StdError + Send + Sync + 'static,
    timed_out: bool,
) -> TransportError {
    if timed_out {
        return too_late(target, error);
    }
    let text = match target {
        Some(target) => format!("could not connect to {target}: {}", cause(&error)),
        None => format!("could not connect: {}", cause(&error)),
    };
    TransportError::not_sent(error).described(text)
}

/// Returns the error of a call that ends while its connection is made.
pub(crate) fn timed_out_connecting(url: &Url) -> TransportError {
    too_late(
        host_and_port(url).as_deref(),
        "the time is over before the connection is made",
    )
}

fn too_late(target: Option<&str>, error: impl Into<BoxError>) -> TransportError {
    let error = TransportError::not_sent(error).timed_out();
    match target {
        Some(target) => error.described(format!("timed out while connecting to {target}")),
        None => error,
    }
}

pub(super) fn host_and_port(url: &Url) -> Option<String> {
    let (host, port) = (url.host_str()?, url.port_or_known_default()?);
    Some(format!("{host}:{port}"))
}

/// The message of hyper-util's connector for an `https` URL, which reaches it if nothing adds TLS. Its type is private.
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
const WITHOUT_TLS: &str = "invalid URL, scheme is not http";

/// Returns the last source of an error, or the error if it has none.
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
pub(super) fn innermost<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost
}

/// Returns the text of the innermost cause, such as `connection refused`.
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
fn cause(error: &(dyn StdError + 'static)) -> String {
    let innermost = innermost(error);
    match innermost.downcast_ref::<io::Error>() {
        None if innermost.to_string() == WITHOUT_TLS => {
            String::from("the transport has no TLS; turn on the feature `rustls` or `rustls-ring`")
        }
        // The kind has the same words on each system.
        Some(io) if io.raw_os_error().is_some() && is_named(io.kind()) => io.kind().to_string(),
        _ => innermost.to_string(),
    }
}

#[cfg(any(feature = "__hyper", feature = "reqwest"))]
fn is_named(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{
        ConnectionAborted, ConnectionRefused, ConnectionReset, HostUnreachable, NetworkDown,
        NetworkUnreachable, TimedOut,
    };
    matches!(
        kind,
        ConnectionAborted
            | ConnectionRefused
            | ConnectionReset
            | HostUnreachable
            | NetworkDown
            | NetworkUnreachable
            | TimedOut
    )
}

#[cfg(all(test, feature = "__hyper"))]
mod tests {
    use super::*;

    /// The words of the system are replaced by those of Rust, which are the same everywhere.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_cause_is_named_in_the_same_words_on_each_system() {
        let system = io::Error::from_raw_os_error;
        for (error, expected) in [
            (system(111), "connection refused"),
            (system(110), "timed out"),
            (system(13), "Permission denied (os error 13)"),
            (
                io::Error::new(io::ErrorKind::TimedOut, "its own words"),
                "its own words",
            ),
        ] {
            assert_eq!(cause(&error), expected);
        }
        let without_tls = Box::<dyn StdError>::from(WITHOUT_TLS);
        assert!(cause(&*without_tls).contains("has no TLS"));
    }
}
