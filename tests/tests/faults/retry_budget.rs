//! The budget that the retries of a client and its clones share.

use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::{FaultServer, Reply};

/// An outage uses up the budget of all clones, and successes refill it.
#[tokio::test]
async fn clones_share_one_budget() {
    let server = FaultServer::builder()
        .on_request(|number, _| match number {
            // 10 calls and the 5 retries that the budget allows fail; then two
            // successes pay for one retry.
            15 | 16 => Reply::ok(),
            _ => Reply::status(503, ""),
        })
        .start()
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .retry(client::policy().budget(5))
        .build()
        .expect("a client");
    let mut attempts = Vec::new();
    for _ in 0..10 {
        let error = client.clone().read("1").await.expect_err("503");
        attempts.push(error.attempts());
    }
    assert_eq!(attempts, [3, 3, 2, 1, 1, 1, 1, 1, 1, 1]);
    client.create("1").await.expect("200");
    client.read("1").await.expect("200");
    let error = client.read("1").await.expect_err("503");
    assert_eq!(error.attempts(), 2);
}

/// The service works if it answers 4xx, which refills the budget as a success does.
#[tokio::test]
async fn a_client_error_refills_the_budget() {
    let server = FaultServer::replies([
        Reply::status(503, ""),
        Reply::status(404, ""),
        Reply::status(404, ""),
        Reply::status(503, ""),
        Reply::ok(),
    ])
    .await
    .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .retry(client::policy().budget(0))
        .build()
        .expect("a client");
    let error = client.read("1").await.expect_err("503");
    assert_eq!(error.attempts(), 1);
    client.read("1").await.expect_err("404");
    client.read("1").await.expect_err("404");
    client.read("1").await.expect("a retry");
}

/// Failed writes do not show that the service works, so they do not refill the budget.
#[tokio::test]
async fn failed_writes_do_not_refill_the_budget() {
    const BUDGET: u32 = 5;
    for status in [503, 500, 429, 408] {
        let server = FaultServer::replies([Reply::status(status, "")])
            .await
            .expect("a server");
        let client = crate::builder(server.origin())
            .expect("an origin")
            .retry(client::policy().budget(BUDGET))
            .build()
            .expect("a client");
        for _ in 0..20 {
            client.create("1").await.expect_err("an error");
            client.read("1").await.expect_err("an error");
        }
        assert_eq!(server.received().len(), 40 + BUDGET as usize, "{status}");
        assert_eq!(client.stats().retries(), u64::from(BUDGET), "{status}");
    }
}
