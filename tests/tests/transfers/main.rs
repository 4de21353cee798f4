//! Bodies that are streamed, over both transports.

mod bodies;
mod downloads;
mod fetched;
mod saved;
mod uploads;

use comm100::{ClientBuilder, HyperTransport, Platform};
use comm100_tests::client;

/// A client's builder for each transport.
fn builders(origin: &str) -> [ClientBuilder; 2] {
    let platform = Platform::custom(origin).expect("an origin");
    transports().map(|builder| builder.platform(platform.clone()))
}

/// The same, for a platform of the test's own.
fn transports() -> [ClientBuilder; 2] {
    let builder = || client::builder("http://127.0.0.1:1").expect("an origin");
    let hyper = HyperTransport::new(std::time::Duration::from_secs(10)).expect("a transport");
    [builder(), builder().transport(hyper)]
}
