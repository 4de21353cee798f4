//! A rate limit that clients share, in a store in memory or in Redis.

use std::time::Duration;

use comm100::{Client, ClientBuilder, ErrorKind, MemoryQuotaStore, RedisQuotaStore, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::FaultServer;
use comm100_tests::redis::RedisServer;

const HOUR: Duration = Duration::from_secs(3600);

fn limited(
    server: &FaultServer,
    per: Duration,
    configure: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Client {
    let builder = client::builder(server.origin()).expect("an origin");
    let builder = configure(builder.rate_limit(2, per));
    builder.build().expect("a client")
}

async fn clients_share_a_host_and_a_group(shared: impl Fn(ClientBuilder) -> ClientBuilder) {
    let server = FaultServer::builder().start().await.expect("a server");
    let elsewhere = FaultServer::builder().start().await.expect("a server");
    let one = limited(&server, HOUR, &shared);
    // The limit is the address's, whatever the account.
    let two = limited(&server, HOUR, |client| {
        shared(client).quota_account("other")
    });
    one.read("1").await.expect("the first");
    two.read("1").await.expect("the second");
    for client in [&one, &two] {
        let error = client.read("1").await.expect_err("no turn");
        assert_eq!(
            (error.kind(), error.sent()),
            (ErrorKind::RateLimited, Sent::No)
        );
        let wait = error.retry_after().expect("a wait");
        assert!(wait <= Duration::from_millis(3_600_102) && wait > Duration::from_secs(3500));
    }
    let group = limited(&server, HOUR, |client| shared(client).rate_group("other"));
    group.read("1").await.expect("another group");
    let other = limited(&elsewhere, HOUR, &shared);
    other.read("1").await.expect("another host");
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn in_memory_clients_share_a_host_and_a_group() {
    let store = MemoryQuotaStore::new();
    clients_share_a_host_and_a_group(|client| client.quota_store(store.clone())).await;
}

#[tokio::test]
async fn in_redis_clients_share_a_host_and_a_group() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    clients_share_a_host_and_a_group(|client| {
        client.quota_store(RedisQuotaStore::new(&redis.url()).expect("a URL"))
    })
    .await;
}

/// Calls of separate clients wait for the turns of one window.
#[tokio::test]
async fn in_memory_clients_wait_for_each_other() {
    let server = FaultServer::builder().start().await.expect("a server");
    let store = MemoryQuotaStore::new();
    let per = Duration::from_millis(300);
    let shared = |client: ClientBuilder| client.quota_store(store.clone());
    let (one, two) = (limited(&server, per, shared), limited(&server, per, shared));
    let begin = std::time::Instant::now();
    let calls = [&one, &two, &one, &two, &one].map(|client| client.read("1").send());
    for call in calls.map(tokio::spawn) {
        call.await.expect("a task").expect("an answer");
    }
    // Two turns at once, two after one window, one after two.
    assert!(begin.elapsed() >= 2 * per);
    assert_eq!(server.received().len(), 5);
}
