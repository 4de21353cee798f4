//! A server that floods a client on a runtime with one thread.

use std::time::{Duration, Instant};

use comm100::{ClientBuilder, Error};

use crate::calls::Faults as _;
use crate::fault::{FaultServer, Reply};

/// Longer than a busy machine takes until the transport gives up.
const DEADLINE: Duration = Duration::from_secs(3);
/// The most that the deadline and other tasks may be late: much for a busy machine, little compared
/// with a flood that is parsed in one go.
const LATE: Duration = Duration::from_secs(2);

/// Reads once with a deadline. Returns the error, having checked that it came in time
/// and that another task of the runtime was never delayed for long.
///
/// # Panics
///
/// If the flood delays the call or the task.
pub fn meet(reply: Reply, builder: fn(&str) -> Result<ClientBuilder, Error>) -> Error {
    // The server has its own threads, so that only the client is measured.
    let servers = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let server = servers
        .block_on(FaultServer::replies([reply]))
        .expect("a server");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let client = builder(server.origin())
            .expect("an origin")
            .timeout(DEADLINE)
            .retry(comm100::RetryPolicy::off())
            .build()
            .expect("a client");
        let call = async {
            let started = Instant::now();
            let error = client.read("1").await.expect_err("a flood");
            (error, started.elapsed())
        };
        let mut call = std::pin::pin!(call);
        let mut longest = Duration::ZERO;
        let (error, took) = loop {
            let started = Instant::now();
            tokio::select! {
                outcome = &mut call => break outcome,
                () = tokio::time::sleep(Duration::from_millis(10)) => {
                    longest = longest.max(started.elapsed());
                }
            }
        };
        assert!(longest < LATE, "another task waited {longest:?}");
        assert!(took < DEADLINE + LATE, "the call took {took:?}");
        error
    })
}
