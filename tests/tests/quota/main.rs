//! The day's requests: counted, refused, reset, shared.

mod clocks;
mod limit;
mod redis;
mod service;
mod stores;

use std::sync::Arc;

use comm100::{Client, ClientBuilder};
use comm100_tests::client;
use comm100_tests::clock::TestClock;
use comm100_tests::fault::FaultServer;

/// Noon of a day in 2026.
const NOON: &str = "2026-03-01T12:00:00Z";
const NOON_HTTP: &str = "Sun, 01 Mar 2026 12:00:00 GMT";
const MIDNIGHT: &str = "2026-03-02T00:00:00Z";

/// A client with a clock of its own.
fn client_at(
    now: &str,
    server: &FaultServer,
    configure: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> (Client, Arc<TestClock>) {
    let clock = Arc::new(TestClock::at(now));
    let builder = client::builder(server.origin())
        .expect("an origin")
        .clock(Arc::clone(&clock));
    (configure(builder).build().expect("a client"), clock)
}

/// What `client.quota()` tells: limit, used, remaining, reset.
async fn told(client: &Client) -> (Option<u64>, u64, Option<u64>, String) {
    let quota = client.quota().await.expect("a count");
    (
        quota.limit(),
        quota.used(),
        quota.remaining(),
        quota.resets_at().to_string(),
    )
}
