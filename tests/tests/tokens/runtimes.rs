//! One cache for calls of several runtimes.

use std::sync::mpsc;
use std::time::Duration;

use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{Gate, Reply};
use tokio::runtime::{Builder, Handle, Runtime};

use crate::issuer::{Issuer, build};

fn single() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

/// Sends when it is dropped.
struct Dropped(mpsc::Sender<()>);

impl Drop for Dropped {
    fn drop(&mut self) {
        let _ = self.0.send(());
    }
}

#[test]
fn a_runtime_that_ends_in_the_middle_leaves_the_cache_free() {
    let server_runtime = Runtime::new().expect("a runtime");
    let issuer = Issuer::default();
    let gate = Gate::new();
    issuer.state().before_token = Some(Reply::new().gate(&gate));
    let server = server_runtime.block_on(issuer.serve());
    let client = build(&server);
    let first = single();
    let call = client.read("1").timeout(Duration::from_millis(200)).send();
    first.block_on(call).expect_err("no token in time");
    // The first runtime is not polled any more: a second one asks by itself.
    issuer.state().before_token = None;
    single()
        .block_on(client.read("1").send())
        .expect("an answer");
    drop(first);
    single()
        .block_on(client.read("1").send())
        .expect("an answer");
    assert_eq!(issuer.token_requests(), 2);
}

/// A call that starts while its runtime shuts down cannot start a task, and blocks no other call.
#[test]
fn a_runtime_that_shuts_down_leaves_the_cache_free() {
    let server_runtime = Runtime::new().expect("a runtime");
    let issuer = Issuer::default();
    let server = server_runtime.block_on(issuer.serve());
    let client = build(&server);
    let ending = Runtime::new().expect("a runtime");
    let (started, is_started) = mpsc::channel();
    let (shuts_down, is_shutting_down) = mpsc::channel();
    let guard = Dropped(shuts_down);
    ending.spawn(async move {
        let _guard = guard;
        std::future::pending::<()>().await;
    });
    let call = client.read("1").send();
    ending.spawn_blocking(move || {
        started.send(()).expect("the test waits");
        is_shutting_down.recv().expect("the runtime ends");
        let _ = Handle::current().block_on(call);
    });
    is_started.recv().expect("a thread");
    let (ended, is_ended) = mpsc::channel();
    std::thread::spawn(move || {
        drop(ending);
        ended.send(()).expect("the test waits");
    });
    let longest = Duration::from_secs(30);
    is_ended.recv_timeout(longest).expect("the runtime ends");
    single()
        .block_on(client.read("1").send())
        .expect("an answer");
}

#[test]
fn each_runtime_makes_one_request() {
    let server_runtime = Runtime::new().expect("a runtime");
    let issuer = Issuer::default();
    let gate = Gate::new();
    issuer.state().before_token = Some(Reply::new().gate(&gate));
    let server = server_runtime.block_on(issuer.serve());
    let client = build(&server);
    let runtimes = [(); 2].map(|()| Runtime::new().expect("a runtime"));
    for number in 0..6 {
        let call = client.read("1").timeout(Duration::from_millis(50)).send();
        let outcome = runtimes[number % 2].block_on(call);
        outcome.expect_err("no token in time");
    }
    server_runtime.block_on(gate.reached(2));
    gate.open();
    for runtime in &runtimes {
        let outcome = runtime.block_on(client.read("1").send());
        outcome.expect("an answer");
    }
    assert_eq!((issuer.token_requests(), issuer.state().calls), (2, 2));
}
