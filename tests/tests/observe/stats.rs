//! The counts and latencies of `Client::stats`.

use std::time::Duration;

use comm100::mock::Mock;
use comm100::{Client, Credentials, ErrorKind, RetryPolicy};
use comm100_tests::calls::{Faults as _, ReadBuilder};
use comm100_tests::client::{API_KEY, EMAIL};
use futures_util::FutureExt as _;
use serde_json::json;

use crate::client;

#[tokio::test(start_paused = true)]
async fn stats_count_calls_attempts_and_latencies() {
    let mock = Mock::new();
    mock.on(ReadBuilder::ENDPOINT)
        .reply(&json!({ "value": "a" }))
        .delay(Duration::from_millis(100))
        .error(503, 1, "Later.")
        .delay(Duration::from_millis(100))
        .reply(&json!({ "value": "b" }))
        .delay(Duration::from_millis(200))
        .error(404, 1, "None.")
        .reply(&json!({ "unexpected": 1 }))
        .reply(&json!({ "value": "never" }))
        .delay(Duration::from_secs(3_600));
    let client = client(&mock);
    assert_eq!(client.stats().call_latency().mean(), None);
    assert_eq!(client.stats().call_latency().quantile(0.5), None);
    client.read("1").await.unwrap();
    // Clones count together.
    let clone = client.clone();
    clone.read("2").await.unwrap();
    client.read("3").await.unwrap_err();
    client.read("4").await.unwrap_err();
    // A parameter that cannot be sent makes no call.
    client.read("..").await.unwrap_err();
    let mut waiting = client.read("5").send();
    assert!((&mut waiting).now_or_never().is_none());
    assert_eq!(client.stats().in_flight(), 1);
    drop(waiting);

    let stats = client.stats();
    assert_eq!(stats.in_flight(), 0);
    assert_eq!(stats.cancelled(), 1);
    assert_eq!((stats.succeeded(), stats.failed()), (2, 2));
    assert_eq!(stats.failed_with(ErrorKind::Api), 1);
    assert_eq!(stats.failed_with(ErrorKind::Decode), 1);
    assert_eq!(stats.failed_with(ErrorKind::Timeout), 0);
    assert_eq!((stats.attempts(), stats.retries()), (5, 1));
    let calls = stats.call_latency();
    assert_eq!(calls.count(), 4);
    let milliseconds = |time: Option<Duration>| time.unwrap().as_millis();
    assert!(
        (300..=303).contains(&milliseconds(calls.max())),
        "{stats:?}"
    );
    assert!(
        (100..=102).contains(&milliseconds(calls.mean())),
        "{stats:?}"
    );
    // The half of 0, 0, 100 and 300 ms is not above 0 ms; three quarters are not above 100.
    assert!(milliseconds(calls.quantile(0.5)) <= 2, "{stats:?}");
    assert!(
        (100..=114).contains(&milliseconds(calls.quantile(0.75))),
        "{stats:?}"
    );
    assert!(
        (300..=303).contains(&milliseconds(calls.quantile(1.0))),
        "{stats:?}"
    );
    assert_eq!(stats.attempt_latency().count(), 5);
}

#[tokio::test]
async fn stats_of_many_tasks_add_up() {
    let mock = Mock::new();
    mock.on(ReadBuilder::ENDPOINT)
        .reply(&json!({ "value": "a" }));
    let client = Client::builder()
        .credentials(Credentials::new(EMAIL, API_KEY))
        .retry(RetryPolicy::off())
        .transport(mock.transport())
        .build()
        .unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..200 {
        tasks.spawn(client.read("x").send());
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.unwrap().unwrap();
    }
    let stats = client.stats();
    assert_eq!(
        (stats.succeeded(), stats.failed(), stats.in_flight()),
        (200, 0, 0)
    );
    assert_eq!(stats.attempt_latency().count(), 200);
}
