//! One cache for calls of several runtimes.

use std::sync::mpsc;
use std::time::Duration;

use comm100::{Call, Client, RetryPolicy};
use comm100_tests::calls::{Answer, Faults as _};
use comm100_tests::clock::TestClock;
use comm100_tests::fault::{FaultServer, Gate, Reply};
use tokio::runtime::{Builder, Handle, Runtime};

use crate::issuer::{Issuer, build, builder};

fn single() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

/// An issuer that runs on its own, and a client of it.
struct Service {
    runtime: Runtime,
    issuer: Issuer,
    client: Client,
    _server: FaultServer,
}

impl Service {
    fn start() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let issuer = Issuer::default();
        let server = runtime.block_on(issuer.serve());
        Self {
            runtime,
            issuer,
            client: build(&server),
            _server: server,
        }
    }

    /// Issues the next tokens once the gate is open.
    fn gate(&self) -> Gate {
        let gate = Gate::new();
        self.issuer.state().before_token = Some(Reply::new().gate(&gate));
        gate
    }

    fn read(&self) -> Call<Answer> {
        self.client.read("1").send()
    }

    /// A call that gives up soon.
    fn read_soon(&self) -> Call<Answer> {
        let soon = Duration::from_millis(100);
        self.client.read("1").timeout(soon).send()
    }
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
    let service = Service::start();
    let _gate = service.gate();
    let first = single();
    let outcome = first.block_on(service.read_soon());
    outcome.expect_err("no token in time");
    // The first runtime is not polled any more: a second one asks by itself.
    service.issuer.state().before_token = None;
    single().block_on(service.read()).expect("an answer");
    drop(first);
    single().block_on(service.read()).expect("an answer");
    assert_eq!(service.issuer.token_requests(), 2);
}

/// A call that starts while its runtime shuts down cannot start a task, and blocks no other call.
#[test]
fn a_runtime_that_shuts_down_leaves_the_cache_free() {
    let service = Service::start();
    let ending = Runtime::new().expect("a runtime");
    let (started, is_started) = mpsc::channel();
    let (shuts_down, is_shutting_down) = mpsc::channel();
    let guard = Dropped(shuts_down);
    ending.spawn(async move {
        let _guard = guard;
        std::future::pending::<()>().await;
    });
    let call = service.read();
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
    single().block_on(service.read()).expect("an answer");
}

/// A renewal that fails does not hide the token that another runtime got meanwhile.
#[test]
fn a_token_of_another_runtime_is_enough() {
    let service = Service::start();
    let gate = service.gate();
    service.issuer.state().token_replies = vec![Reply::status(400, "")];
    let first = Runtime::new().expect("a runtime");
    let waits = first.spawn(service.read());
    service.runtime.block_on(gate.reached(1));
    // The first request gets the refusal once the gate is open, the second one a token at once.
    service.issuer.state().before_token = None;
    single().block_on(service.read()).expect("an answer");
    gate.open();
    let outcome = first.block_on(waits).expect("a task");
    outcome.expect("the token of the other runtime");
}

/// A token that another runtime got ends the requests of this one.
#[test]
fn while_a_runtime_waits_to_ask_again_another_one_gets_the_token() {
    let servers = Runtime::new().expect("a runtime");
    let issuer = Issuer::default();
    issuer.state().token_replies = vec![Reply::status(503, "")];
    issuer.state().expires_in = Some("43199".into());
    let server = servers.block_on(issuer.serve());
    let gate = Gate::new();
    let client = builder(&server)
        .clock(TestClock::at("2026-03-01T12:00:00Z").with_gate(&gate))
        .retry(RetryPolicy::new().jitter(|wait| wait))
        .build()
        .expect("a client");
    let first = Runtime::new().expect("a runtime");
    let waits = first.spawn(client.read("1").send());
    servers.block_on(gate.reached(1));
    let second = single().block_on(client.read("1").send());
    second.expect("an answer");
    gate.open();
    let outcome = first.block_on(waits).expect("a task");
    outcome.expect("the token of the other runtime");
    assert_eq!(issuer.token_requests(), 2);
}

/// The end of a renewal is not that of another runtime's, which the next calls there still join.
#[test]
fn a_renewal_outlives_the_failed_one_of_another_runtime() {
    let service = Service::start();
    let gate = service.gate();
    let runtime = Runtime::new().expect("a runtime");
    let waits = runtime.spawn(service.read());
    service.runtime.block_on(gate.reached(1));
    service.issuer.state().before_token = None;
    service.issuer.state().token_replies = vec![Reply::status(400, "")];
    let outcome = single().block_on(service.read());
    outcome.expect_err("the refusal");
    service.issuer.state().before_token = Some(Reply::new().gate(&gate));
    let outcome = runtime.block_on(service.read_soon());
    outcome.expect_err("no token in time");
    gate.open();
    let outcome = runtime.block_on(waits).expect("a task");
    outcome.expect("an answer");
    assert_eq!(service.issuer.token_requests(), 2);
}

#[test]
fn each_runtime_makes_one_request() {
    let service = Service::start();
    let gate = service.gate();
    let runtimes = [(); 2].map(|()| Runtime::new().expect("a runtime"));
    for number in 0..6 {
        let outcome = runtimes[number % 2].block_on(service.read_soon());
        outcome.expect_err("no token in time");
    }
    service.runtime.block_on(gate.reached(2));
    gate.open();
    for runtime in &runtimes {
        runtime.block_on(service.read()).expect("an answer");
    }
    let issuer = &service.issuer;
    assert_eq!((issuer.token_requests(), issuer.state().calls), (2, 2));
}
