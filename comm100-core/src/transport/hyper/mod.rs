//! The lean transport.

mod connector;
mod guarded;
mod transport;

pub use transport::HyperTransport;
