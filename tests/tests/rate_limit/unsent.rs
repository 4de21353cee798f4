//! Turns of calls that send nothing.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use comm100::{BoxFuture, ErrorKind, HyperTransport, QuotaCount, QuotaKey, QuotaStore};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::FaultServer;

const PER: Duration = Duration::from_secs(300);

/// The caller learns that the day is used up, however often it calls.
#[tokio::test]
async fn calls_that_the_day_s_limit_refuses_take_no_turn() {
    let server = FaultServer::builder().start().await.expect("a server");
    let hyper = HyperTransport::new(Duration::from_secs(10)).expect("a transport");
    let builder = || client::builder(server.origin()).expect("an origin");
    for builder in [builder(), builder().transport(hyper)] {
        let client = builder.rate_limit(3, PER).daily_limit(1).build();
        let client = client.expect("a client");
        client.read("1").await.expect("an answer");
        for _ in 0..10 {
            let error = client.read("1").await.expect_err("the limit of the day");
            assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
        }
    }
    assert_eq!(server.counts().requests, 2);
}

/// Does not respond to the first calls.
struct SilentAtFirst(AtomicUsize);

impl QuotaStore for SilentAtFirst {
    fn take<'a>(
        &'a self,
        _: &'a QuotaKey,
        _: Option<u64>,
    ) -> BoxFuture<'a, Result<bool, Box<dyn StdError + Send + Sync>>> {
        let silent = self.0.fetch_add(1, Relaxed) < 10;
        Box::pin(async move {
            if silent {
                std::future::pending::<()>().await;
            }
            Ok(true)
        })
    }

    fn count<'a>(
        &'a self,
        _: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<QuotaCount, Box<dyn StdError + Send + Sync>>> {
        Box::pin(async { Ok(QuotaCount::default()) })
    }

    fn exhaust<'a>(
        &'a self,
        _: &'a QuotaKey,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn calls_that_are_dropped_or_end_before_they_are_counted_leave_their_turns() {
    let server = FaultServer::builder().start().await.expect("a server");
    let client = client::builder(server.origin())
        .expect("an origin")
        .rate_limit(1, PER)
        .quota_store(SilentAtFirst(AtomicUsize::new(0)))
        .build()
        .expect("a client");
    for number in 0..10 {
        let call = client.read("1").timeout(Duration::from_millis(200)).send();
        if number % 2 == 0 {
            let error = call.await.expect_err("a silent store");
            assert_eq!(error.kind(), ErrorKind::QuotaUnavailable);
        } else {
            let dropped = tokio::time::timeout(Duration::from_millis(5), call).await;
            assert!(dropped.is_err(), "it waits for the store");
        }
    }
    client.read("1").await.expect("an answer");
    assert_eq!(server.counts().requests, 1);
}
