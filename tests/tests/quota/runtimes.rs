//! A count in Redis on several runtimes, some of them not polled.

use comm100_tests::calls::Faults as _;
use comm100_tests::fault::FaultServer;
use comm100_tests::redis::RedisServer;
use tokio::runtime::{Builder, Runtime};

use crate::{NOON, client_at, quota_of, store};

/// A connection to Redis of a runtime that is not polled is not used by another runtime.
#[test]
fn a_runtime_that_is_not_polled_holds_up_no_count_of_another() {
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
    for runtime in runtimes.iter().chain(&runtimes) {
        for _ in 0..2 {
            let outcome = runtime.block_on(client.read("1").send());
            outcome.expect("an answer");
        }
    }
    client.read("1").send_blocking().expect("an answer");
    assert_eq!(server_runtime.block_on(quota_of(&client)).1, 49);
    assert_eq!(server.received().len(), 49);
}
