//! Timeouts of an attempt, of the whole call, and of the waits before it.

use std::error::Error as StdError;
use std::time::{Duration, Instant};

use comm100::{BoxFuture, ClientBuilder, ErrorKind, QuotaCount, QuotaKey, QuotaStore, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Gate, Reply};

const LIMIT: Duration = Duration::from_millis(250);
/// Far beyond the limit, far below anything else that would end the call.
const SOON: Duration = Duration::from_secs(10);

fn patient(origin: &str) -> ClientBuilder {
    crate::builder(origin)
        .expect("an origin")
        .attempt_timeout(Duration::from_secs(60))
        .timeout(Duration::from_secs(60))
}

/// A body with an endless stream of empty parts.
#[tokio::test]
async fn parts_without_content_end_with_it() {
    let client = patient("http://127.0.0.1:1")
        .transport_fn(|_| async {
            let parts = futures_util::stream::repeat_with(|| Ok(bytes::Bytes::new()));
            Ok(http::Response::new(comm100::Body::from_stream(parts)))
        })
        .build()
        .expect("a client");
    let error = client
        .read("1")
        .timeout(LIMIT)
        .await
        .expect_err("no answer");
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_call_s_own_limit_replaces_the_client_s() {
    for reply in [
        Reply::new().hold(),
        Reply::head(200, &[("content-length", "9")]).hold(),
    ] {
        let server = FaultServer::replies([reply]).await.expect("a server");
        let client = patient(server.origin()).build().expect("a client");
        let started = Instant::now();
        let error = client
            .read("1")
            .timeout(LIMIT)
            .await
            .expect_err("no answer");
        assert!((LIMIT..SOON).contains(&started.elapsed()));
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
    }
}

#[tokio::test]
async fn the_whole_call_s_limit_covers_all_attempts() {
    let server = FaultServer::replies([Reply::new().hold()])
        .await
        .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .attempt_timeout(LIMIT)
        .timeout(LIMIT * 3 / 2)
        .build()
        .expect("a client");
    let started = Instant::now();
    let error = client.read("1").await.expect_err("no answer");
    assert!((LIMIT * 3 / 2..LIMIT * 8).contains(&started.elapsed()));
    // The second attempt had half of its time; a third one would have had none.
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    assert_eq!(error.sent(), Sent::Maybe);
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn it_covers_the_wait_for_a_place() {
    let gate = Gate::new();
    let server =
        FaultServer::replies([Reply::new().gate(&gate).write("HTTP/1.1 204 Done\r\n\r\n")])
            .await
            .expect("a server");
    let client = patient(server.origin())
        .max_in_flight(1)
        .build()
        .expect("a client");
    let first = tokio::spawn(client.create("first").send());
    gate.reached(1).await;
    let started = Instant::now();
    let error = client
        .create("second")
        .timeout(LIMIT)
        .await
        .expect_err("no place");
    assert!((LIMIT..SOON).contains(&started.elapsed()));
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
    assert_eq!(error.attempts(), 0);
    assert!(error.to_string().contains("nothing was sent"), "{error}");
    gate.open();
    // 204 is not an `Answer`, but it is a response.
    let error = first.await.expect("a task").expect_err("204");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(server.received().len(), 1);
}

/// A store that never responds.
struct Silent;

impl QuotaStore for Silent {
    fn take<'a>(
        &'a self,
        _: &'a QuotaKey,
        _: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, Box<dyn StdError + Send + Sync>>> {
        Box::pin(std::future::pending())
    }

    fn count<'a>(
        &'a self,
        _: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<QuotaCount, Box<dyn StdError + Send + Sync>>> {
        Box::pin(std::future::pending())
    }

    fn exhaust<'a>(
        &'a self,
        _: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn it_covers_the_quota_s_store() {
    let server =
        FaultServer::replies([Reply::status(403, r#"{"message":"daily limit exceeded"}"#)])
            .await
            .expect("a server");
    let client = crate::builder(server.origin())
        .expect("an origin")
        .timeout(LIMIT)
        .quota_store(Silent)
        .build()
        .expect("a client");
    let started = Instant::now();
    let error = client.read("1").await.expect_err("no count");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::QuotaUnavailable, Sent::No)
    );
    let error = client.quota().await.expect_err("no count");
    assert!(error.is_quota_unavailable());
    assert!((LIMIT * 2..SOON).contains(&started.elapsed()));
    assert_eq!(server.counts().accepted, 0);
}

#[tokio::test]
async fn a_limit_of_nothing_sends_nothing() {
    let server = FaultServer::builder().start().await.expect("a server");
    let client = patient(server.origin()).build().expect("a client");
    let error = client
        .read("1")
        .timeout(Duration::ZERO)
        .await
        .expect_err("no time");
    assert_eq!(
        (error.kind(), error.sent(), error.attempts()),
        (ErrorKind::Timeout, Sent::No, 0)
    );
    assert!(error.to_string().contains("see `timeout`"), "{error}");
    assert_eq!(server.counts().accepted, 0);
    assert_eq!(client.quota().await.expect("a count").used(), 0);
    // The longest limit there is does not overflow either.
    client
        .read("1")
        .timeout(Duration::MAX)
        .await
        .expect("an answer");
}

/// The wait itself ends with the deadline, also where the sleep does not.
#[tokio::test]
async fn it_covers_the_backoff() {
    let server = FaultServer::replies([Reply::status(503, "")])
        .await
        .expect("a server");
    let gate = Gate::new();
    let clock = comm100_tests::clock::TestClock::at("2026-03-01T12:00:00Z").with_gate(&gate);
    let policy = comm100::RetryPolicy::new()
        .base(Duration::from_millis(1))
        .jitter(|longest| longest);
    let client = crate::builder(server.origin())
        .expect("an origin")
        .retry(policy)
        .clock(clock)
        .timeout(LIMIT)
        .build()
        .expect("a client");
    let started = Instant::now();
    let error = client.read("1").await.expect_err("503");
    assert!((LIMIT..SOON).contains(&started.elapsed()));
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
}
