//! A client and its clones.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::{Client, ClientBuilder, Credentials, ErrorKind, Platform, RetryPolicy, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::FaultServer;
use proptest::collection::vec;
use proptest::prelude::*;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// One setting of a client.
type Setting = fn(ClientBuilder) -> ClientBuilder;
/// The times at which requests left.
type Times = Arc<Mutex<Vec<Instant>>>;

/// A client whose requests are recorded as they leave.
fn recorded(configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> (Client, Times) {
    let times = Times::default();
    let recorder = Arc::clone(&times);
    let builder = client::builder("http://127.0.0.1:1")
        .expect("an origin")
        .transport_fn(move |_| {
            recorder.lock().expect("a lock").push(Instant::now());
            async { Ok(http::Response::new(r#"{"value":"done"}"#)) }
        });
    (configure(builder).build().expect("a client"), times)
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Any window of the length and 100 ms has at most this many requests.
fn assert_limited(times: &Times, requests: usize, per: Duration) {
    let times = times.lock().expect("a lock");
    for (first, last) in times.iter().zip(times.iter().skip(requests)) {
        let apart = *last - *first;
        assert!(apart > per + Duration::from_millis(100), "{apart:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_dropped_call_leaves_its_turn_to_another() {
    let (client, times) = recorded(|client| client.rate_limit(1, seconds(10)));
    let start = Instant::now();
    client.read("1").await.expect("an answer");
    for _ in 0..5 {
        let call = client.read("1").timeout(seconds(1000)).send();
        let dropped = tokio::time::timeout(seconds(1), call).await;
        assert!(dropped.is_err(), "it waits for its turn");
    }
    client.read("1").await.expect("an answer");
    client.read("1").await.expect("an answer");
    assert_limited(&times, 1, seconds(10));
    let took = start.elapsed();
    assert!(took < seconds(21), "{took:?}");
}

/// A token request waits for its turn as long as the call that needs the token.
#[tokio::test(start_paused = true)]
async fn a_token_s_turn_may_be_later_than_an_attempt_lasts() {
    for (retry, per) in [(client::policy(), 10), (RetryPolicy::off(), 60)] {
        let client = client::builder("http://127.0.0.1:1")
            .expect("an origin")
            .credentials(Credentials::password(client::EMAIL, client::PASSWORD))
            .rate_limit(1, seconds(per))
            .attempt_timeout(seconds(5))
            .timeout(seconds(300))
            .retry(retry)
            .transport_fn(|request| async move {
                Ok(http::Response::new(match request.uri().path() {
                    "/oauth/token" => r#"{"access_token":"a-token","expires_in":1}"#,
                    _ => r#"{"value":"done"}"#,
                }))
            })
            .build()
            .expect("a client");
        for _ in 0..2 {
            client.read("1").await.expect("an answer");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn calls_wait_for_their_turn() {
    let (client, times) = recorded(|client| client.rate_limit(3, seconds(10)));
    let start = Instant::now();
    let mut calls = JoinSet::new();
    for _ in 0..10 {
        calls.spawn(client.clone().read("1").send());
    }
    for outcome in calls.join_all().await {
        outcome.expect("an answer");
    }
    assert_limited(&times, 3, seconds(10));
    // Three windows passed, and no time beside them.
    let took = start.elapsed();
    assert!(took > seconds(30) && took < seconds(31), "{took:?}");
    assert_eq!(times.lock().expect("a lock").len(), 10);
}

#[tokio::test(start_paused = true)]
async fn a_turn_after_the_deadline_is_an_error_at_once() {
    let (client, times) = recorded(|client| client.rate_limit(2, seconds(300)));
    client.read("1").await.expect("the first");
    tokio::time::advance(seconds(20)).await;
    client.read("1").await.expect("the second");
    let start = Instant::now();
    for _ in 0..3 {
        let error = client.read("1").await.expect_err("no turn");
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert!(error.is_rate_limited() && !error.is_quota_exhausted());
        assert_eq!((error.sent(), error.attempts()), (Sent::No, 0));
        // 20 of the 300 seconds are over.
        let wait = error.retry_after().expect("a wait");
        assert!(wait > seconds(280) && wait < seconds(281), "{wait:?}");
        assert!(error.to_string().contains("2 requests in 300s"), "{error}");
    }
    assert_eq!(start.elapsed(), Duration::ZERO);
    // A deadline that is far enough waits, and the failed calls took no turn.
    client
        .read("1")
        .timeout(seconds(281))
        .await
        .expect("the third");
    assert!(start.elapsed() > seconds(280) && start.elapsed() < seconds(281));
    assert_eq!(times.lock().expect("a lock").len(), 3);
}

#[tokio::test(start_paused = true)]
async fn every_attempt_takes_a_turn_and_the_first_failure_is_kept() {
    let times = Times::default();
    let recorder = Arc::clone(&times);
    let client = client::builder("http://127.0.0.1:1")
        .expect("an origin")
        .rate_limit(2, seconds(10))
        .transport_fn(move |_| {
            recorder.lock().expect("a lock").push(Instant::now());
            async {
                let response = http::Response::builder().status(503).body("");
                Ok(response.expect("a response"))
            }
        })
        .build()
        .expect("a client");
    let error = client.read("1").await.expect_err("503");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 3));
    assert_limited(&times, 2, seconds(10));
    // One turn is left in this window, and the next one is too late.
    let error = client.read("1").timeout(seconds(5)).await.expect_err("503");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    assert_eq!(times.lock().expect("a lock").len(), 4);
}

#[tokio::test]
async fn it_holds_over_a_socket() {
    let server = FaultServer::builder().start().await.expect("a server");
    let per = Duration::from_millis(200);
    let client = client::builder(server.origin())
        .expect("an origin")
        .retry(RetryPolicy::off())
        .attempt_timeout(seconds(10))
        .rate_limit(5, per)
        .build()
        .expect("a client");
    let start = std::time::Instant::now();
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(client.read("1").send());
    }
    for outcome in calls.join_all().await {
        outcome.expect("an answer");
    }
    assert!(start.elapsed() >= 3 * (per + Duration::from_millis(100)));
    assert_eq!(server.received().len(), 20);
}

#[tokio::test(start_paused = true)]
async fn the_hosts_of_version_4_have_the_documented_limit() {
    for (host, limit) in [
        ("dash11.comm100.io", Some(300)),
        ("portal1.comm100.io", None),
        ("hosted.comm100.com", None),
        ("dash11.comm100.io.example.com", None),
    ] {
        let client = Client::builder()
            .platform(Platform::custom(host).expect("a host"))
            .credentials(Credentials::new("agent@example.com", "KEY"))
            .transport_fn(|_| async { Ok(http::Response::new(r#"{"value":"done"}"#)) })
            .build()
            .expect("a client");
        let mut answered = 0;
        let error = loop {
            match client.read("1").await {
                Ok(_) if answered > 600 => break None,
                Ok(_) => answered += 1,
                Err(error) => break Some(error.kind()),
            }
        };
        match limit {
            Some(limit) => assert_eq!((answered, error), (limit, Some(ErrorKind::RateLimited))),
            None => assert_eq!(error, None, "{host}"),
        }
    }
}

#[test]
fn build_rejects_limits_without_sense() {
    let cases: [(Setting, &str); 6] = [
        (|client| client.rate_limit(0, seconds(1)), "rate_limit"),
        (
            |client| client.rate_limit(1_000_001, seconds(1)),
            "rate_limit",
        ),
        (|client| client.rate_limit(1, Duration::ZERO), "rate_limit"),
        (|client| client.rate_limit(1, seconds(86_401)), "rate_limit"),
        (|client| client.rate_group(""), "rate_group"),
        (|client| client.rate_group("{a}"), "rate_group"),
    ];
    for (configure, text) in cases {
        let builder = client::builder("http://127.0.0.1:1").expect("an origin");
        let error = configure(builder).build().expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(text), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However calls come, and whatever their deadlines are, no window has more
    /// requests than the limit, and a call that fails would have been too late.
    #[test]
    fn no_window_has_more_than_the_limit(
        requests in 1_u32..6,
        per in 1_u64..5_000,
        calls in vec((0_u64..3_000, 1_u64..20_000), 1..60),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let per = Duration::from_millis(per);
            let (client, times) = recorded(|client| client.rate_limit(requests, per));
            let mut running = JoinSet::new();
            for (pause, timeout) in calls {
                tokio::time::sleep(Duration::from_millis(pause)).await;
                let call = client.read("1").timeout(Duration::from_millis(timeout)).send();
                running.spawn(async move {
                    let start = Instant::now();
                    (call.await, start.elapsed(), Duration::from_millis(timeout))
                });
                tokio::task::yield_now().await;
            }
            for (outcome, took, timeout) in running.join_all().await {
                match outcome {
                    Ok(_) => assert!(took <= timeout, "{took:?} of {timeout:?}"),
                    Err(error) => {
                        assert_eq!(error.kind(), ErrorKind::RateLimited);
                        let wait = error.retry_after().expect("a wait") + took;
                        assert!(wait + Duration::from_millis(2) >= timeout, "{wait:?}");
                    }
                }
            }
            assert_limited(&times, requests as usize, per);
        });
    }
}

/// Waiting for a turn does not shorten the attempt that follows.
#[tokio::test(start_paused = true)]
async fn the_attempt_begins_with_its_turn() {
    let client = client::builder("http://127.0.0.1:1")
        .expect("an origin")
        .rate_limit(1, seconds(30))
        .attempt_timeout(seconds(5))
        .transport_fn(|_| async {
            tokio::time::sleep(seconds(4)).await;
            Ok(http::Response::new(r#"{"value":"done"}"#))
        })
        .build()
        .expect("a client");
    for _ in 0..2 {
        client.read("1").await.expect("an answer");
    }
}
