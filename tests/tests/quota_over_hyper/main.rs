//! The same over the lean transport, where responses decide.

use std::time::Duration;

use comm100::{ClientBuilder, Error, HyperTransport};
use comm100_tests::client;

#[path = "../quota/clocks.rs"]
mod clocks;
#[path = "../quota/latch.rs"]
mod latch;
#[path = "../quota/service.rs"]
mod service;
#[path = "../quota/setup.rs"]
mod setup;

use setup::{MIDNIGHT, NOON, NOON_HTTP, client_at, is_refused_here, quota_of, refusal};

fn builder(origin: &str) -> Result<ClientBuilder, Error> {
    let transport = HyperTransport::new(Duration::from_secs(10))?;
    Ok(client::builder(origin)?.transport(transport))
}
