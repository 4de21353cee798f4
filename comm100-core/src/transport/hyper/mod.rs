//! The lean transport.

mod connector;
mod guarded;
mod proxy;
mod stream;
mod transport;

pub use transport::HyperTransport;
