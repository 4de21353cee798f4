//! A server that does to each connection exactly what a test says, byte by
//! byte, and waits at gates where a test decides the moment.

mod gate;
mod reply;
mod request;
mod server;

pub use gate::Gate;
pub use reply::{Reply, Step};
pub use request::Received;
pub use server::{FaultServer, FaultServerBuilder, black_hole, refused_origin};
