//! The service's refusal of a day: one request in fifteen minutes tests it.

use comm100::ErrorKind;
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Gate, Reply};
use tokio::task::JoinSet;

use crate::{NOON, client_at, is_refused_here, quota_of, refusal};

const LIMIT: &str = "Daily request limit exceeded";

#[tokio::test]
async fn a_probe_that_succeeds_ends_it() {
    let server = FaultServer::replies([refusal(LIMIT), Reply::ok()])
        .await
        .expect("a server");
    let (client, clock) = client_at(NOON, &server, |client| client);
    client.read("1").await.expect_err("the service's limit");
    for now in [NOON, "2026-03-01T12:14:59.999Z"] {
        clock.set(now);
        is_refused_here(&client).await;
    }
    assert_eq!(server.received().len(), 1);
    clock.set("2026-03-01T12:15:00Z");
    for _ in 0..3 {
        client.read("1").await.expect("admitted again");
    }
    assert_eq!(server.received().len(), 4);
    assert_eq!(
        (quota_of(&client).await.1, quota_of(&client).await.2),
        (4, None)
    );
}

#[tokio::test]
async fn a_probe_that_fails_leaves_it() {
    let server = FaultServer::replies([
        refusal(LIMIT),
        refusal(LIMIT),
        Reply::status(404, ""),
        Reply::ok(),
    ])
    .await
    .expect("a server");
    let (client, clock) = client_at(NOON, &server, |client| client);
    client.read("1").await.expect_err("the service's limit");
    for (probe, before_next) in [
        ("2026-03-01T12:15:00Z", "2026-03-01T12:29:59Z"),
        ("2026-03-01T12:30:00Z", "2026-03-01T12:44:59Z"),
    ] {
        clock.set(probe);
        let error = client.read("1").await.expect_err("the probe");
        assert_eq!(error.kind(), ErrorKind::Api);
        is_refused_here(&client).await;
        clock.set(before_next);
        is_refused_here(&client).await;
    }
    assert_eq!(server.received().len(), 3);
    clock.set("2026-03-01T12:45:00Z");
    client.read("1").await.expect("admitted again");
    client.read("1").await.expect("admitted again");
}

#[tokio::test]
async fn one_of_many_callers_is_the_probe() {
    let gate = Gate::new();
    let server = FaultServer::replies([refusal(LIMIT), {
        let mut reply = Reply::new().gate(&gate);
        reply.steps.extend(Reply::ok().steps);
        reply
    }])
    .await
    .expect("a server");
    let (client, clock) = client_at(NOON, &server, |client| client);
    client.read("1").await.expect_err("the service's limit");
    clock.set("2026-03-01T12:15:00Z");
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(client.read("1").send());
    }
    for _ in 0..19 {
        let outcome = calls.join_next().await.expect("a call").expect("a task");
        assert_eq!(
            outcome.expect_err("refused here").kind(),
            ErrorKind::QuotaExhausted
        );
    }
    gate.open();
    let outcome = calls.join_next().await.expect("a call").expect("a task");
    outcome.expect("the probe");
    assert_eq!(server.received().len(), 2);
}

/// The limit that the user set applies to probes too.
#[tokio::test]
async fn a_probe_keeps_the_daily_limit() {
    let server = FaultServer::replies([refusal(LIMIT), Reply::ok()])
        .await
        .expect("a server");
    let (client, clock) = client_at(NOON, &server, |client| client.daily_limit(1));
    client.read("1").await.expect_err("the service's limit");
    clock.set("2026-03-01T12:15:00Z");
    is_refused_here(&client).await;
    assert_eq!(server.received().len(), 1);
}
