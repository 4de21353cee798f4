//! The lean transport.

mod authority;
mod connector;
mod guarded;
mod proxy;
mod stream;
mod tcp;
mod transport;

pub(super) use transport::HyperResponse;
pub use transport::HyperTransport;
