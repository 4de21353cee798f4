//! The HTTP server: a thread, its connections, faults on demand. It knows no API.

pub(crate) mod connection;
pub(crate) mod document;
pub(crate) mod fault;
pub(crate) mod listener;
