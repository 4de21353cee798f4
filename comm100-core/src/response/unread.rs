//! Counts what a connection receives without any use to its call.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// More than hyper buffers, and much more than an honest head, chunk line or trailer.
const MOST_UNREAD: usize = 2 * 1024 * 1024;

/// The bytes that arrived since the call last received something. The connection adds to it, the
/// call clears it; each response carries its connection's count in the extensions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unread(Arc<AtomicUsize>);

impl Unread {
    pub(crate) fn clear(&self) {
        self.0.store(0, Relaxed);
    }

    pub(crate) fn add(&self, bytes: usize) -> io::Result<()> {
        if self.0.fetch_add(bytes, Relaxed) + bytes > MOST_UNREAD {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "the head of the response or a chunk's size line is too long",
            ));
        }
        Ok(())
    }
}
