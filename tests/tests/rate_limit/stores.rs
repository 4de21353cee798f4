//! A rate limit in a custom store.

use std::error::Error as StdError;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::{
    BoxFuture, Client, ErrorKind, QuotaCount, QuotaKey, QuotaOutage, QuotaStore, RateKey,
    RateLimit, RetryPolicy, Sent, Turn,
};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::FaultServer;

type Outcome<T> = Result<T, Box<dyn StdError + Send + Sync>>;

/// A store that returns the same turn for every reservation, and records them.
struct Fixed {
    turn: Mutex<Option<Turn>>,
    asked: Mutex<Vec<(String, RateLimit, Duration)>>,
}

impl Fixed {
    fn new(turn: Option<Turn>) -> Arc<Self> {
        Arc::new(Self {
            turn: Mutex::new(turn),
            asked: Mutex::default(),
        })
    }
}

fn ready<T: Send + 'static>(value: T) -> BoxFuture<'static, Outcome<T>> {
    Box::pin(std::future::ready(Ok(value)))
}

impl QuotaStore for Fixed {
    fn take<'a>(&'a self, _: &'a QuotaKey, _: Option<u64>) -> BoxFuture<'a, Outcome<bool>> {
        ready(true)
    }

    fn count<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<QuotaCount>> {
        ready(QuotaCount::default())
    }

    fn exhaust<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        ready(())
    }

    // With the lifetimes that the compiler fills in.
    fn reserve(
        &self,
        key: &RateKey,
        limit: RateLimit,
        longest: Duration,
    ) -> BoxFuture<'_, Outcome<Turn>> {
        self.asked
            .lock()
            .expect("a lock")
            .push((key.to_string(), limit, longest));
        let turn = *self.turn.lock().expect("a lock");
        Box::pin(std::future::ready(turn.ok_or("the store is away".into())))
    }
}

fn limited(server: &FaultServer, store: &Arc<Fixed>, outage: QuotaOutage) -> Client {
    client::builder(server.origin())
        .expect("an origin")
        .retry(RetryPolicy::off())
        .rate_limit(1, Duration::from_secs(3600))
        .rate_group("workers")
        .quota_store(Arc::clone(store))
        .quota_outage(outage)
        .build()
        .expect("a client")
}

#[tokio::test]
async fn the_store_gets_host_group_and_limit() {
    let server = FaultServer::builder().start().await.expect("a server");
    let store = Fixed::new(Some(Turn::After(Duration::ZERO)));
    let client = limited(&server, &store, QuotaOutage::Refuse);
    client
        .read("1")
        .timeout(Duration::from_secs(20))
        .await
        .expect("an answer");
    client.read("1").await.expect("an answer");
    let asked = store.asked.lock().expect("a lock").clone();
    assert_eq!(asked.len(), 2);
    let host = server.origin().trim_start_matches("http://");
    let (key, limit, longest) = &asked[0];
    assert_eq!(*key, format!("workers@{host}"));
    assert_eq!(*limit, RateLimit::new(1, Duration::from_secs(3600)));
    assert!(*longest <= Duration::from_secs(20) && *longest > Duration::from_secs(10));
}

#[tokio::test]
async fn its_refusal_is_an_error() {
    let server = FaultServer::builder().start().await.expect("a server");
    for turn in [
        Turn::Refused(Duration::from_secs(77)),
        // Later than any deadline.
        Turn::After(Duration::MAX),
    ] {
        let store = Fixed::new(Some(turn));
        let client = limited(&server, &store, QuotaOutage::Refuse);
        let error = client.read("1").await.expect_err("no turn");
        assert_eq!(
            (error.kind(), error.sent()),
            (ErrorKind::RateLimited, Sent::No)
        );
        let wait = error.retry_after().expect("a wait");
        assert!(wait >= Duration::from_secs(77));
    }
    assert_eq!(server.received().len(), 0);
}

/// Without the method, and during an outage that is let pass, each process
/// keeps the limit on its own.
#[tokio::test]
async fn without_the_store_the_process_keeps_the_limit() {
    for (turn, outage) in [
        (Some(Turn::Unsupported), QuotaOutage::Refuse),
        (None, QuotaOutage::LetPass),
    ] {
        let server = FaultServer::builder().start().await.expect("a server");
        let client = limited(&server, &Fixed::new(turn), outage);
        client.read("1").await.expect("the first");
        let error = client.read("1").await.expect_err("no turn");
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn an_outage_is_reported() {
    let server = FaultServer::builder().start().await.expect("a server");
    let store = Fixed::new(None);
    let client = limited(&server, &store, QuotaOutage::Refuse);
    let error = client.read("1").await.expect_err("no store");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::QuotaUnavailable, Sent::No)
    );
    let source = StdError::source(&error).expect("a cause");
    assert_eq!(source.to_string(), "the store is away");
    *store.turn.lock().expect("a lock") = Some(Turn::After(Duration::ZERO));
    client.read("1").await.expect("it is back");
    assert_eq!(server.received().len(), 1);
}
