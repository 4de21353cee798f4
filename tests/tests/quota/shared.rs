//! Clients that share a store: one in memory, and Redis.

use std::sync::Arc;

use comm100::{ClientBuilder, ErrorKind, MemoryQuotaStore, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Gate, Reply};
use comm100_tests::redis::RedisServer;
use tokio::task::JoinSet;

use crate::{MIDNIGHT, NOON, client_at, is_refused_here, quota_of, refusal, store};

const LIMIT: &str = "Daily request limit exceeded";

type Configure = Box<dyn Fn(ClientBuilder) -> ClientBuilder>;

/// Sets one store on all builders, for each kind of store.
fn stores(redis: Option<&RedisServer>) -> Vec<(&'static str, Configure)> {
    let memory = MemoryQuotaStore::new();
    let in_memory: Configure = Box::new(move |client| client.quota_store(memory.clone()));
    let mut stores = vec![("memory", in_memory)];
    if let Some(redis) = redis {
        let redis = Arc::new(store(redis));
        stores.push((
            "Redis",
            Box::new(move |client| client.quota_store(Arc::clone(&redis))),
        ));
    }
    stores
}

#[tokio::test]
async fn clients_share_count_limit_and_reset() {
    let redis = RedisServer::start();
    for (name, shared) in stores(redis.as_ref()) {
        let server = FaultServer::replies([
            Reply::ok(),
            Reply::ok(),
            Reply::ok(),
            refusal(LIMIT),
            Reply::ok(),
        ])
        .await
        .expect("a server");
        let (one, first_clock) = client_at(NOON, &server, |client| shared(client.daily_limit(2)));
        let (two, second_clock) = client_at(NOON, &server, |client| shared(client.daily_limit(2)));
        let quota = (Some(2), 0, Some(2), MIDNIGHT.into());
        assert_eq!(quota_of(&one).await, quota, "{name}");
        one.read("1").await.expect("an answer");
        two.read("1").await.expect("an answer");
        let quota = (Some(2), 2, Some(0), MIDNIGHT.into());
        assert_eq!(quota_of(&one).await, quota, "{name}");
        is_refused_here(&one).await;
        // Another day, where the service refuses before the limit.
        first_clock.set(MIDNIGHT);
        second_clock.set(MIDNIGHT);
        one.read("1").await.expect("a new day");
        let error = one.read("1").await.expect_err("the service's limit");
        assert!(error.is_quota_exhausted(), "{name}");
        let error = two.read("1").await.expect_err("known to all");
        assert_eq!(error.kind(), ErrorKind::QuotaExhausted, "{name}");
        assert_eq!(quota_of(&two).await.2, Some(0), "{name}");
        assert_eq!(server.received().len(), 4, "{name}");
    }
}

#[tokio::test]
async fn one_client_probes_for_all() {
    let redis = RedisServer::start();
    for (name, shared) in stores(redis.as_ref()) {
        let server = FaultServer::replies([refusal(LIMIT), refusal(LIMIT), Reply::ok()])
            .await
            .expect("a server");
        let (one, first_clock) = client_at(NOON, &server, &shared);
        let (two, second_clock) = client_at(NOON, &server, &shared);
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
        // Two was rejected too, and learns from the store that this is over.
        assert_eq!(quota_of(&two).await.2, None, "{name}");
        for client in [&two, &one, &two] {
            client.read("1").await.expect("admitted again");
        }
        assert_eq!(server.received().len(), 6, "{name}");
        assert_eq!(quota_of(&two).await.2, None, "{name}");
    }
}

#[tokio::test]
async fn accounts_are_counted_apart() {
    let redis = RedisServer::start();
    for (name, shared) in stores(redis.as_ref()) {
        let server = FaultServer::builder().start().await.expect("a server");
        let of = |account: &str| {
            let builder = |client: ClientBuilder| client.daily_limit(2).quota_account(account);
            client_at(NOON, &server, |client| shared(builder(client))).0
        };
        let (acme, again, other) = (of("acme"), of("acme"), of("other"));
        for client in [&acme, &again, &other] {
            client.read("1").await.expect("an answer");
        }
        is_refused_here(&acme).await;
        is_refused_here(&again).await;
        other.read("1").await.expect("an answer");
        is_refused_here(&other).await;
        assert_eq!(server.received().len(), 4, "{name}");
    }
}

/// Calls of clients on several threads: not one request over the limit.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_that_race_send_exactly_the_limit() {
    let redis = RedisServer::start();
    for (name, shared) in stores(redis.as_ref()) {
        let server = FaultServer::builder().start().await.expect("a server");
        let mut calls = JoinSet::new();
        for _ in 0..4 {
            let (client, _) = client_at(NOON, &server, |client| shared(client.daily_limit(50)));
            for _ in 0..25 {
                calls.spawn(client.read("1").send());
            }
        }
        let outcomes = calls.join_all().await;
        let answered = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!((answered, server.received().len()), (50, 50), "{name}");
    }
}

/// Only a probe shows that the service admits requests again, not one that was sent before.
#[tokio::test]
async fn a_success_from_before_the_refusal_does_not_end_it() {
    let redis = RedisServer::start();
    let alone: Configure = Box::new(|client| client);
    let alone = ("no store", alone);
    for (name, shared) in stores(redis.as_ref()).into_iter().chain([alone]) {
        let gate = Gate::new();
        let mut first = Reply::new().gate(&gate);
        first.steps.extend(Reply::ok().steps);
        let server = FaultServer::replies([first, refusal(LIMIT), Reply::ok()])
            .await
            .expect("a server");
        let (client, _) = client_at(NOON, &server, &shared);
        let call = tokio::spawn(client.read("1").send());
        gate.reached(1).await;
        client.read("2").await.expect_err("the service's limit");
        gate.open();
        call.await.expect("a task").expect("an answer");
        is_refused_here(&client).await;
        assert_eq!(server.received().len(), 2, "{name}");
    }
}
