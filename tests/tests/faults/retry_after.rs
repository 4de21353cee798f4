//! `Retry-After` in all its forms.

use std::sync::Arc;
use std::time::Duration;

use comm100::{ErrorKind, Sent};
use comm100_tests::calls::{Faults as _, Kind};
use comm100_tests::clock::TestClock;
use comm100_tests::fault::{FaultServer, Reply};

const SECOND: Duration = Duration::from_secs(1);
/// The limit of the calls here.
const LIMIT: Duration = Duration::from_secs(50);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const NOW: &str = "Sun, 01 Mar 2026 12:00:00 GMT";

/// The wait before the second attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wait {
    /// The backoff's wait, which is zero here.
    Backoff,
    /// So long.
    For(Duration),
    /// There is no second attempt; the error contains this wait.
    Beyond(Duration),
}

#[tokio::test]
async fn it_is_waited_for_unless_it_exceeds_the_deadline() {
    let forms = [
        ("2", Wait::For(SECOND * 2)),
        ("0", Wait::Backoff),
        ("49", Wait::For(SECOND * 49)),
        ("51", Wait::Beyond(SECOND * 51)),
        ("-3", Wait::Backoff),
        ("1.5", Wait::Backoff),
        ("soon", Wait::Backoff),
        ("", Wait::Backoff),
        ("1000000000", Wait::Beyond(DAY)),
        ("99999999999999999999999999999999", Wait::Beyond(DAY)),
        ("Sun, 01 Mar 2026 12:00:07 GMT", Wait::For(SECOND * 7)),
        ("Sunday, 01-Mar-26 12:00:07 GMT", Wait::For(SECOND * 7)),
        ("Sun Mar  1 12:00:07 2026", Wait::For(SECOND * 7)),
        ("Sun, 01 Mar 2026 11:59:00 GMT", Wait::Backoff),
        ("Thu, 01 Jan 1970 00:00:00 GMT", Wait::Backoff),
        ("Sun, 01 Mar 2026 13:00:00 GMT", Wait::Beyond(SECOND * 3600)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", Wait::Beyond(DAY)),
        ("Sun, 01 Mar 2026 12:00:07 CET", Wait::Backoff),
    ];
    for status in [429, 503] {
        for (value, expected) in forms {
            let refusal = Reply::with_headers(status, &[("retry-after", value), ("date", NOW)], "");
            let seen = waits(refusal.clone()).await;
            assert_eq!(seen, expected, "{status} {value:?}");
            not_repeated(refusal, expected).await;
        }
    }
}

/// A read that fails once.
async fn waits(refusal: Reply) -> Wait {
    let server = FaultServer::replies([refusal, Reply::ok()])
        .await
        .expect("a server");
    // The local clock is wrong by a year; the service's own date counts.
    let clock = Arc::new(TestClock::at("2025-03-01T12:00:00Z"));
    let client = crate::builder(server.origin())
        .expect("an origin")
        .timeout(LIMIT)
        .clock(Arc::clone(&clock))
        .build()
        .expect("a client");
    let outcome = client.read("1").await;
    let requests = server.received().len();
    match (outcome, clock.slept()[..].first()) {
        (Ok(_), None) if requests == 2 => Wait::Backoff,
        (Ok(_), Some(slept)) if requests == 2 => Wait::For(*slept),
        (Err(error), None) if requests == 1 && error.attempts() == 1 => {
            Wait::Beyond(error.retry_after().expect("what was asked for"))
        }
        other => panic!("{other:?} after {requests} requests"),
    }
}

/// A write that fails: its caller gets the time to wait.
async fn not_repeated(refusal: Reply, expected: Wait) {
    let server = FaultServer::replies([refusal]).await.expect("a server");
    let client = crate::builder(server.origin())
        .and_then(comm100::ClientBuilder::build)
        .expect("a client");
    let error = Kind::Create
        .call(&client, "1")
        .await
        .expect_err("a refusal");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Api, Sent::Yes));
    assert_eq!(server.received().len(), 1);
    match expected {
        Wait::Backoff => assert!(error.retry_after().is_none_or(|wait| wait.is_zero())),
        Wait::For(wait) | Wait::Beyond(wait) => assert_eq!(error.retry_after(), Some(wait)),
    }
}
