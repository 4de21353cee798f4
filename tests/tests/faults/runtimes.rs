//! One client on several runtimes, some of them not polled.

use std::time::{Duration, Instant};

use comm100::Client;
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::FaultServer;
use tokio::runtime::{Builder, Runtime};

fn current_thread() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

/// A connection of a runtime that is not polled is not used by another runtime.
#[test]
fn a_runtime_that_is_not_polled_blocks_no_call_of_another() {
    let server_runtime = Runtime::new().expect("a runtime");
    let server = server_runtime
        .block_on(FaultServer::builder().start())
        .expect("a server");
    let client: Client = crate::builder(server.origin())
        .expect("an origin")
        .attempt_timeout(Duration::from_secs(50))
        .build()
        .expect("a client");
    let began = Instant::now();
    let first = current_thread();
    first.block_on(client.read("1").send()).expect("an answer");
    client.read("2").send_blocking().expect("an answer");
    client.create("3").send_blocking().expect("an answer");
    let others: Vec<_> = (0..12).map(|_| current_thread()).collect();
    for runtime in others.iter().chain([&first]).chain(&others) {
        runtime
            .block_on(client.create("4").send())
            .expect("an answer");
        runtime
            .block_on(client.read("5").send())
            .expect("an answer");
    }
    assert!(began.elapsed() < Duration::from_secs(40));
    assert_eq!(server.received().len(), 3 + 2 * 25);
    // Each runtime keeps its connection for its next call.
    let accepted = server.counts().accepted;
    assert!(accepted <= 3 + 25, "{accepted}");
}
