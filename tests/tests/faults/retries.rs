//! The retry policy: number, waits, statuses and rules of retries.

use std::sync::Arc;
use std::time::{Duration, Instant};

use comm100::{ClientBuilder, ErrorKind, RetryPolicy, Sent, Verdict};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::client;
use comm100_tests::clock::TestClock;
use comm100_tests::fault::{FaultServer, Reply};

/// One setting of a client.
type Setting = fn(ClientBuilder) -> ClientBuilder;

const MS: fn(u64) -> Duration = Duration::from_millis;

async fn unavailable() -> FaultServer {
    FaultServer::replies([Reply::status(503, "")])
        .await
        .expect("a server")
}

#[tokio::test]
async fn the_policy_limits_the_attempts() {
    for (policy, attempts) in [
        (RetryPolicy::off(), 1),
        (client::policy().attempts(1), 1),
        (client::policy(), 3),
        (client::policy().attempts(7), 7),
    ] {
        let server = unavailable().await;
        let client = crate::builder(server.origin())
            .expect("an origin")
            .retry(policy)
            .build()
            .expect("a client");
        let error = client.read("1").await.expect_err("503");
        assert_eq!(error.attempts(), attempts);
        assert_eq!(server.received().len(), attempts as usize);
    }
}

#[tokio::test]
async fn waits_grow_up_to_the_cap() {
    let server = unavailable().await;
    let clock = Arc::new(TestClock::at("2026-03-01T12:00:00Z"));
    let policy = RetryPolicy::new()
        .attempts(6)
        .base(MS(100))
        .cap(MS(700))
        .jitter(|longest| longest);
    let client = crate::builder(server.origin())
        .expect("an origin")
        .retry(policy)
        .clock(Arc::clone(&clock))
        .build()
        .expect("a client");
    client.read("1").await.expect_err("503");
    assert_eq!(clock.slept(), [MS(100), MS(200), MS(400), MS(700), MS(700)]);
}

#[tokio::test]
async fn the_default_waits_are_random_and_short_of_the_ceiling() {
    let server = unavailable().await;
    let clock = Arc::new(TestClock::at("2026-03-01T12:00:00Z"));
    let client = crate::builder(server.origin())
        .expect("an origin")
        .retry(RetryPolicy::new().base(MS(400)))
        .clock(Arc::clone(&clock))
        .build()
        .expect("a client");
    for _ in 0..20 {
        client.read("1").await.expect_err("503");
    }
    let slept = clock.slept();
    assert_eq!(slept.len(), 40);
    assert!(slept.iter().step_by(2).all(|first| *first <= MS(400)));
    assert!(
        slept
            .iter()
            .skip(1)
            .step_by(2)
            .all(|second| *second <= MS(800))
    );
    let different: std::collections::HashSet<_> = slept.iter().collect();
    assert!(different.len() > 30, "{slept:?}");
}

#[tokio::test]
async fn the_policy_selects_the_statuses() {
    let policy = client::policy().statuses([418, 500]);
    for (status, kind, requests) in [
        (418, Kind::Read, 3),
        (500, Kind::Read, 3),
        (418, Kind::Replace, 3),
        // Only reads are repeated after a 500, whatever the list.
        (500, Kind::Replace, 1),
        (500, Kind::Create, 1),
        (503, Kind::Read, 1),
    ] {
        let server = FaultServer::replies([Reply::status(status, "")])
            .await
            .expect("a server");
        let client = crate::builder(server.origin())
            .expect("an origin")
            .retry(policy.clone())
            .build()
            .expect("a client");
        kind.call(&client, "1").await.expect_err("an error");
        assert_eq!(server.received().len(), requests, "{status} {kind:?}");
    }
}

#[tokio::test]
async fn a_custom_rule_never_repeats_a_write() {
    let policy = client::policy().when(|attempt| {
        let endpoint = attempt.endpoint().name();
        match attempt.error().status().map(|status| status.as_u16()) {
            Some(503) => Verdict::Stop,
            Some(404) => Verdict::Retry,
            _ if endpoint == "remove" => Verdict::Stop,
            _ => attempt.verdict(),
        }
    });
    for (status, kind, requests) in [
        (503, Kind::Read, 1),
        (404, Kind::Read, 3),
        (404, Kind::Replace, 3),
        (404, Kind::Create, 1),
        (404, Kind::ResetKey, 1),
        (502, Kind::Read, 3),
        (502, Kind::Remove, 1),
    ] {
        let server = FaultServer::replies([Reply::status(status, "")])
            .await
            .expect("a server");
        let client = crate::builder(server.origin())
            .expect("an origin")
            .retry(policy.clone())
            .build()
            .expect("a client");
        kind.call(&client, "1").await.expect_err("an error");
        assert_eq!(server.received().len(), requests, "{status} {kind:?}");
    }
}

/// An attempt that would start too late is not waited for: the caller gets the failure at once, not
/// a timeout later.
#[tokio::test]
async fn a_wait_beyond_the_deadline_is_not_started() {
    let server = unavailable().await;
    let policy = RetryPolicy::new()
        .base(Duration::from_secs(100))
        .cap(Duration::from_secs(100))
        .jitter(|longest| longest);
    let client = crate::builder(server.origin())
        .expect("an origin")
        .retry(policy)
        .build()
        .expect("a client");
    let started = Instant::now();
    let error = client.read("1").await.expect_err("503");
    assert!(started.elapsed() < Duration::from_secs(30));
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
}

/// A 404 to the call's own second DELETE is possible, and the caller can recognize it.
#[tokio::test]
async fn an_error_returns_its_attempts() {
    let server = FaultServer::replies([Reply::new().reset(), Reply::status(404, "")])
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .and_then(ClientBuilder::build)
        .expect("a client");
    let error = client.remove("1").await.expect_err("404");
    assert!(error.is_not_found());
    assert_eq!((error.attempts(), error.sent()), (2, Sent::Yes));
}

#[tokio::test]
async fn a_response_returns_its_attempts() {
    let server = FaultServer::replies([Reply::status(503, ""), Reply::ok()])
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .and_then(ClientBuilder::build)
        .expect("a client");
    let response = client
        .read("1")
        .send_with_response()
        .await
        .expect("an answer");
    assert_eq!(response.attempts(), 2);
}

/// A response to an earlier attempt does not hide that a later one may have been done.
#[tokio::test]
async fn a_write_that_breaks_off_after_a_response_is_ambiguous() {
    let replies = [Reply::status(503, "{}"), Reply::new().close()];
    let server = FaultServer::replies(replies).await.expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .retry(RetryPolicy::new().attempts(2).jitter(|_| Duration::ZERO))
        .build()
        .expect("a client");
    let error = client.replace("1", "x").await.expect_err("no answer");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 2));
    assert_eq!((error.sent(), error.status()), (Sent::Maybe, None));
}

/// A later attempt that was not sent does not hide that an earlier one may have been.
#[tokio::test]
async fn the_last_attempt_that_was_sent_counts() {
    let server = FaultServer::replies([Reply::new().reset()])
        .await
        .expect("a server");
    let origin = server.origin().to_owned();
    let client = crate::builder(&origin)
        .expect("an origin")
        .clock(StopServer(std::sync::Mutex::new(Some(server))))
        .retry(RetryPolicy::new().jitter(|longest| longest))
        .build()
        .expect("a client");
    // The first attempt is reset after it was sent; the others find no server.
    let error = client.replace("1", "x").await.expect_err("nobody answers");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert_eq!(error.sent(), Sent::Maybe);
}

/// Stops the server while the client sleeps.
struct StopServer(std::sync::Mutex<Option<FaultServer>>);

impl comm100::Clock for StopServer {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn sleep(&self, _: Duration) -> comm100::BoxFuture<'static, ()> {
        let server = self.0.lock().expect("one thread").take();
        Box::pin(async move {
            if let Some(server) = server {
                server.stop().await;
            }
        })
    }
}

#[test]
fn build_rejects_an_invalid_policy() {
    let cases: [(Setting, &str); 6] = [
        (
            |client| client.retry(RetryPolicy::new().attempts(0)),
            "0 attempts",
        ),
        (
            |client| client.retry(RetryPolicy::new().attempts(1000)),
            "1000 attempts",
        ),
        (
            |client| client.retry(RetryPolicy::new().cap(Duration::ZERO)),
            "base",
        ),
        (
            |client| client.retry(RetryPolicy::new().statuses([200])),
            "200",
        ),
        (|client| client.max_in_flight(0), "max_in_flight"),
        (|client| client.max_in_flight(usize::MAX), "max_in_flight"),
    ];
    for (configure, text) in cases {
        let builder = crate::builder("http://127.0.0.1:1").expect("an origin");
        let error = configure(builder).build().expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(text), "{error}");
    }
}
