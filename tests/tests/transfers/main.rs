//! Bodies that are streamed, over both transports.

mod bodies;
mod downloads;
mod uploads;

use comm100::{ClientBuilder, HyperTransport};
use comm100_tests::client;

/// A client's builder for each transport.
fn builders(origin: &str) -> [ClientBuilder; 2] {
    let builder = || client::builder(origin).expect("an origin");
    let hyper = HyperTransport::new(std::time::Duration::from_secs(10)).expect("a transport");
    [builder(), builder().transport(hyper)]
}
