//! The count on several runtimes, some of them not polled, and on none.

use comm100::ErrorKind;
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::FaultServer;
use comm100_tests::redis::RedisServer;
use futures_util::FutureExt as _;
use tokio::runtime::{Builder, Runtime};

use crate::stores::Silent;
use crate::{NOON, client_at, quota_of, store};

/// A connection to Redis of a runtime that is not polled is not used by another runtime. The requests of one
/// runtime share a connection, also those of the latest of many runtimes.
#[test]
fn a_runtime_that_is_not_polled_blocks_no_count_of_another() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let server_runtime = Runtime::new().expect("a runtime");
    let server = server_runtime
        .block_on(FaultServer::builder().start())
        .expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client.quota_store(store(&redis)));
    let runtimes: Vec<_> = (0..12)
        .map(|_| {
            Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime")
        })
        .collect();
    let call_on_each = |runtimes: &[Runtime]| {
        for runtime in runtimes {
            for _ in 0..2 {
                let outcome = runtime.block_on(client.read("1").send());
                outcome.expect("an answer");
            }
        }
    };
    call_on_each(&runtimes);
    call_on_each(&runtimes[8..]);
    let stats = server_runtime.block_on(redis.ask("INFO stats"));
    // The last one asks for this.
    let connections = format!("total_connections_received:{}", runtimes.len() + 1);
    assert!(stats.contains(&connections), "{stats:?}");
    call_on_each(&runtimes[..8]);
    client.read("1").send_blocking().expect("an answer");
    assert_eq!(server_runtime.block_on(quota_of(&client)).1, 49);
    assert_eq!(server.received().len(), 49);
}

/// Without a store nothing is awaited.
#[test]
fn without_a_runtime_this_process_s_count_is_known() {
    let server_runtime = Runtime::new().expect("a runtime");
    let server = server_runtime
        .block_on(FaultServer::builder().start())
        .expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client.daily_limit(7));
    client.read("1").send_blocking().expect("an answer");
    let quota = client.quota().now_or_never().expect("no wait");
    assert_eq!(quota.expect("a count").remaining(), Some(6));
    let (client, _) = client_at(NOON, &server, |client| client.quota_store(Silent));
    let quota = client.quota().now_or_never().expect("no wait");
    let error = quota.expect_err("no runtime");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("Tokio runtime"), "{error}");
}
