//! The service's refusal of a day: one request in fifteen minutes tests it.

use comm100::{Client, ErrorKind, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Gate, Reply};
use comm100_tests::redis::RedisServer;
use tokio::task::JoinSet;

use crate::{NOON, client_at, quota_of, refusal, store};

const LIMIT: &str = "Daily request limit exceeded";

async fn is_refused_here(client: &Client) {
    let error = client.read("1").await.expect_err("refused here");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::QuotaExhausted, Sent::No)
    );
}

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

#[tokio::test]
async fn with_redis_one_client_probes_for_all() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let server = FaultServer::replies([refusal(LIMIT), refusal(LIMIT), Reply::ok()])
        .await
        .expect("a server");
    let (one, first_clock) = client_at(NOON, &server, |client| client.quota_store(store(&redis)));
    let (two, second_clock) = client_at(NOON, &server, |client| client.quota_store(store(&redis)));
    one.read("1").await.expect_err("the service's limit");
    is_refused_here(&two).await;
    let set = |now| {
        first_clock.set(now);
        second_clock.set(now);
    };
    set("2026-03-01T12:14:59Z");
    is_refused_here(&two).await;
    set("2026-03-01T12:15:00Z");
    let error = two.read("1").await.expect_err("the probe");
    assert!(error.is_quota_exhausted() && error.sent() == Sent::Yes);
    is_refused_here(&one).await;
    set("2026-03-01T12:30:00Z");
    one.read("1").await.expect("the probe");
    for client in [&two, &one, &two] {
        client.read("1").await.expect("admitted again");
    }
    assert_eq!(server.received().len(), 6);
    assert_eq!(quota_of(&two).await.2, None);
}
