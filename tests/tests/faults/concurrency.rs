//! Many calls at once: how many are in flight, in which order, and what a storm adds.

use std::time::Duration;

use comm100::{ErrorKind, RetryPolicy};
use comm100_tests::calls::Faults as _;
use comm100_tests::clock::TestClock;
use comm100_tests::fault::{FaultServer, Gate, Reply};
use tokio::task::{JoinSet, yield_now};

/// Lets all other tasks do what they can. A test here runs on one thread, so
/// that a task which could send has sent after some rounds.
async fn settle() {
    for _ in 0..200 {
        yield_now().await;
    }
}

#[tokio::test]
async fn no_more_than_max_in_flight_at_once() {
    const PLACES: usize = 3;
    const CALLS: usize = 12;
    let gates: Vec<_> = (0..CALLS).map(|_| Gate::new()).collect();
    let server_gates = gates.clone();
    let server = FaultServer::builder()
        .on_request(move |number, _| {
            let mut reply = Reply::new().gate(&server_gates[number]);
            reply.steps.extend(Reply::ok().steps);
            reply
        })
        .start()
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .attempt_timeout(Duration::from_secs(60))
        .timeout(Duration::from_secs(60))
        .max_in_flight(PLACES)
        .build()
        .expect("a client");
    let mut calls = JoinSet::new();
    for _ in 0..CALLS {
        // Clones share the places.
        calls.spawn(client.clone().create("1").send());
    }
    for (done, gate) in gates.iter().enumerate() {
        let started = (done + PLACES).min(CALLS);
        server.until(|counts| counts.requests == started).await;
        settle().await;
        assert_eq!(server.counts().requests, started);
        gate.open();
        calls
            .join_next()
            .await
            .expect("a call")
            .expect("a task")
            .expect("an answer");
    }
    assert!(server.counts().accepted <= PLACES);
}

#[tokio::test]
async fn first_come_first_served() {
    let server = FaultServer::builder().start().await.expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .max_in_flight(1)
        .build()
        .expect("a client");
    let mut calls = JoinSet::new();
    for number in 0..50 {
        calls.spawn(client.read(&number.to_string()).send());
        // It takes its place in the queue before the next one comes.
        yield_now().await;
    }
    for outcome in calls.join_all().await {
        outcome.expect("an answer");
    }
    let order: Vec<_> = server
        .received()
        .iter()
        .map(|request| {
            request
                .target()
                .rsplit('/')
                .next()
                .expect("a segment")
                .to_owned()
        })
        .collect();
    let expected: Vec<_> = (0..50).map(|number| number.to_string()).collect();
    assert_eq!(order, expected);
}

#[tokio::test]
async fn a_call_that_waits_for_its_next_attempt_blocks_no_other() {
    let server = FaultServer::builder()
        .on_request(|number, _| {
            if number == 0 {
                Reply::status(503, "")
            } else {
                Reply::ok()
            }
        })
        .start()
        .await
        .expect("a server");
    let gate = Gate::new();
    let client = crate::builder(server.origin())
        .expect("an origin")
        .max_in_flight(1)
        .retry(
            RetryPolicy::new()
                .base(Duration::from_millis(1))
                .jitter(|longest| longest),
        )
        .clock(TestClock::at("2026-03-01T12:00:00Z").with_gate(&gate))
        .build()
        .expect("a client");
    let waiting = tokio::spawn(client.read("first").send());
    gate.reached(1).await;
    client.read("second").await.expect("an answer");
    assert_eq!(server.counts().requests, 2);
    gate.open();
    waiting.await.expect("a task").expect("an answer");
    assert_eq!(server.counts().requests, 3);
}

#[tokio::test]
async fn an_error_whose_body_stalls_blocks_no_other_call() {
    let server = FaultServer::builder()
        .on_request(|number, _| {
            if number < 3 {
                Reply::head(403, &[("content-length", "100")]).hold()
            } else {
                Reply::ok()
            }
        })
        .start()
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .max_in_flight(1)
        .build()
        .expect("a client");
    let mut stalled = JoinSet::new();
    for _ in 0..3 {
        stalled.spawn(client.read("stalled").send());
    }
    server.until(|counts| counts.requests == 3).await;
    client.read("other").await.expect("an answer");
    assert!(
        stalled.try_join_next().is_none(),
        "all three still wait for a body"
    );
}

/// 1,000 callers in an outage make 1,000 requests and what the budget allows, not 3,000.
#[tokio::test(flavor = "multi_thread")]
async fn a_storm_is_not_multiplied() {
    const CALLERS: usize = 1000;
    const BUDGET: usize = 100;
    let server = FaultServer::builder()
        .on_request(|number, _| {
            if number < CALLERS + BUDGET {
                Reply::status(503, "")
            } else {
                Reply::ok()
            }
        })
        .start()
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .attempt_timeout(Duration::from_secs(60))
        .timeout(Duration::from_secs(60))
        .max_in_flight(64)
        .build()
        .expect("a client");
    let mut calls = JoinSet::new();
    for _ in 0..CALLERS {
        calls.spawn(client.read("1").send());
    }
    let attempts: usize = calls
        .join_all()
        .await
        .into_iter()
        .map(|outcome| {
            let error = outcome.expect_err("503");
            assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
            error.attempts() as usize
        })
        .sum();
    assert_eq!(attempts, CALLERS + BUDGET);
    assert_eq!(server.counts().requests, CALLERS + BUDGET);
    assert!(
        server.counts().accepted <= 64 + BUDGET,
        "{:?}",
        server.counts()
    );
    client.read("1").await.expect("the storm is over");
    // The quota counted every attempt.
    let used = client.quota().await.expect("a count").used();
    assert_eq!(used, (CALLERS + BUDGET + 1) as u64);
}
