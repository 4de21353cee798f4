//! A store that does not respond.

use std::error::Error as StdError;
use std::time::{Duration, Instant};

use comm100::{
    Admission, BoxFuture, Client, ErrorKind, QuotaCount, QuotaKey, QuotaOutage, QuotaRequest,
    QuotaStore, RateKey, RateLimit, Sent, Turn,
};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply};

use crate::{NOON, client_at};

type Outcome<T> = Result<T, Box<dyn StdError + Send + Sync>>;

const LIMIT: Duration = Duration::from_secs(1);

/// A store that never responds, or only to the question whether an attempt may be sent.
struct Silent(Option<Admission>);

fn never<'a, T>() -> BoxFuture<'a, Outcome<T>>
where
    T: Send + 'a,
{
    Box::pin(std::future::pending())
}

impl QuotaStore for Silent {
    fn take<'a>(&'a self, _: &'a QuotaKey, _: Option<u64>) -> BoxFuture<'a, Outcome<bool>> {
        never()
    }

    fn count<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<QuotaCount>> {
        never()
    }

    fn exhaust<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        never()
    }

    fn admit<'a>(&'a self, _: &'a QuotaKey, _: QuotaRequest) -> BoxFuture<'a, Outcome<Admission>> {
        match self.0 {
            Some(admission) => Box::pin(std::future::ready(Ok(admission))),
            None => never(),
        }
    }

    fn readmit<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        never()
    }

    fn reserve<'a>(
        &'a self,
        _: &'a RateKey,
        _: RateLimit,
        _: Duration,
    ) -> BoxFuture<'a, Outcome<Turn>> {
        never()
    }
}

fn client(server: &FaultServer, outage: QuotaOutage) -> Client {
    let configured = client_at(NOON, server, |client| {
        client
            .rate_limit(100, Duration::from_secs(60))
            .daily_limit(5)
            .quota_store(Silent(None))
            .quota_outage(outage)
    });
    configured.0
}

/// Half of the time is left after the rate limit, and half of that after the count.
#[tokio::test]
async fn calls_pass_in_time() {
    let server = FaultServer::builder().start().await.expect("a server");
    let passes = client(&server, QuotaOutage::LetPass);
    let started = Instant::now();
    passes.read("1").timeout(LIMIT).await.expect("sent");
    assert!(started.elapsed() >= LIMIT / 2, "{:?}", started.elapsed());
    assert_eq!(server.received().len(), 1);
    let refuses = client(&server, QuotaOutage::Refuse);
    let error = refuses.read("1").timeout(LIMIT).await;
    let error = error.expect_err("a silent store");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::QuotaUnavailable, Sent::No)
    );
    assert_eq!(server.received().len(), 1);
}

/// The store does not learn that the day's mark is wrong, but the response is read, of which more arrives than
/// a connection has in memory.
#[tokio::test]
async fn the_response_of_a_probe_is_read_in_time() {
    let body = format!(r#"{{"value":"{}"}}"#, "x".repeat(4 << 20));
    let server = FaultServer::replies([Reply::status(200, body)]);
    let server = server.await.expect("a server");
    let store = Silent(Some(Admission::Probe { used: 1 }));
    let (client, _) = client_at(NOON, &server, |client| client.quota_store(store));
    client.read("1").timeout(LIMIT).await.expect("an answer");
}
