//! Clients with a clock that a test sets.

use std::sync::Arc;

use comm100::{Client, ClientBuilder, ErrorKind, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::clock::TestClock;
use comm100_tests::fault::{FaultServer, Reply};

/// Noon of a day in 2026.
pub(crate) const NOON: &str = "2026-03-01T12:00:00Z";
pub(crate) const NOON_HTTP: &str = "Sun, 01 Mar 2026 12:00:00 GMT";
pub(crate) const MIDNIGHT: &str = "2026-03-02T00:00:00Z";

/// A client with its own clock.
pub(crate) fn client_at(
    now: &str,
    server: &FaultServer,
    configure: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> (Client, Arc<TestClock>) {
    let clock = Arc::new(TestClock::at(now));
    let builder = crate::builder(server.origin())
        .expect("an origin")
        .clock(Arc::clone(&clock));
    (configure(builder).build().expect("a client"), clock)
}

/// The result of `client.quota()`: limit, used, remaining, reset.
pub(crate) async fn quota_of(client: &Client) -> (Option<u64>, u64, Option<u64>, String) {
    let quota = client.quota().await.expect("a count");
    (
        quota.limit(),
        quota.used(),
        quota.remaining(),
        quota.resets_at().to_string(),
    )
}

/// A refusal with a message.
pub(crate) fn refusal(message: &str) -> Reply {
    let body = serde_json::json!({ "message": message }).to_string();
    Reply::status(403, body)
}

/// Checks that a call is rejected and nothing is sent.
pub(crate) async fn is_refused_here(client: &Client) {
    let error = client.read("1").await.expect_err("refused here");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::QuotaExhausted, Sent::No)
    );
}
