//! A file of a request's body that could not be read to its end.

use std::error::Error as StdError;
use std::fmt;
use std::io;

/// The error of a file of a request's body that could not be read to its end. Transports return it as the source of
/// their own error.
#[derive(Debug)]
pub(crate) struct UnreadFile(io::Error);

impl UnreadFile {
    /// Marks the error of reading a file.
    pub(crate) fn mark(error: io::Error) -> io::Error {
        io::Error::new(error.kind(), Self(error))
    }
}

impl fmt::Display for UnreadFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a file could not be read to its end: {}", self.0)
    }
}

impl StdError for UnreadFile {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.0)
    }
}

/// Returns the marked error among an error and its sources.
pub(super) fn unread_file<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a UnreadFile> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let io = error.downcast_ref::<io::Error>();
        if let Some(found) = io.and_then(|io| io.get_ref()?.downcast_ref()) {
            return Some(found);
        }
        cause = error.source();
    }
    None
}
