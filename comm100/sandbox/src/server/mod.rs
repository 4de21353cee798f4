//! The HTTP server: a thread, its connections, faults on demand. It knows no API.

pub(crate) mod connection;
pub(crate) mod document;
#[cfg(feature = "explorer")]
pub(crate) mod explorer;
pub(crate) mod fault;
pub(crate) mod listener;
