//! A count that several clients share, and calls while its store is away.

use std::collections::BTreeSet;
use std::error::Error as StdError;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::{
    BoxFuture, ClientBuilder, ErrorKind, MemoryQuotaStore, QuotaCount, QuotaKey, QuotaOutage,
    QuotaStore, Sent,
};
use comm100_tests::calls::Faults as _;
use comm100_tests::client::EMAIL;
use comm100_tests::fault::{FaultServer, Reply};

use crate::{MIDNIGHT, NOON, client_at, quota_of};

type Outcome<T> = Result<T, Box<dyn StdError + Send + Sync>>;

/// A store with the required methods alone, which can be taken away.
#[derive(Default)]
struct Shelf {
    store: MemoryQuotaStore,
    keys: Mutex<BTreeSet<String>>,
    away: Mutex<bool>,
}

impl Shelf {
    fn ask<'a, T: Send + 'a>(
        &self,
        key: &QuotaKey,
        ask: impl FnOnce() -> BoxFuture<'a, Outcome<T>>,
    ) -> BoxFuture<'a, Outcome<T>> {
        if *self.away.lock().expect("a lock") {
            return Box::pin(std::future::ready(Err("the shelf is away".into())));
        }
        self.keys.lock().expect("a lock").insert(key.to_string());
        ask()
    }

    fn set_away(&self, away: bool) {
        *self.away.lock().expect("a lock") = away;
    }

    fn keys(&self) -> Vec<String> {
        self.keys.lock().expect("a lock").iter().cloned().collect()
    }
}

impl QuotaStore for Shelf {
    fn take<'a>(&'a self, key: &'a QuotaKey, limit: Option<u64>) -> BoxFuture<'a, Outcome<bool>> {
        self.ask(key, || self.store.take(key, limit))
    }

    fn count<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Outcome<QuotaCount>> {
        self.ask(key, || self.store.count(key))
    }

    fn exhaust<'a>(&'a self, key: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        self.ask(key, || self.store.exhaust(key))
    }
}

/// A store that never responds.
pub(crate) struct Silent;

impl QuotaStore for Silent {
    fn take<'a>(&'a self, _: &'a QuotaKey, _: Option<u64>) -> BoxFuture<'a, Outcome<bool>> {
        Box::pin(std::future::pending())
    }

    fn count<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<QuotaCount>> {
        Box::pin(std::future::pending())
    }

    fn exhaust<'a>(&'a self, _: &'a QuotaKey) -> BoxFuture<'a, Outcome<()>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn two_clients_share_a_limit() {
    let server = FaultServer::builder().start().await.expect("a server");
    let shelf = Arc::new(Shelf::default());
    let (one, _) = client_at(NOON, &server, |client| {
        client.daily_limit(3).quota_store(Arc::clone(&shelf))
    });
    let (two, clock) = client_at(NOON, &server, |client| {
        client.daily_limit(3).quota_store(Arc::clone(&shelf))
    });
    one.read("1").await.expect("an answer");
    two.read("1").await.expect("an answer");
    one.read("1").await.expect("an answer");
    for client in [&one, &two] {
        assert_eq!(
            quota_of(client).await,
            (Some(3), 3, Some(0), MIDNIGHT.into())
        );
        let error = client.read("1").await.expect_err("the limit");
        assert_eq!(
            (error.kind(), error.sent()),
            (ErrorKind::QuotaExhausted, Sent::No)
        );
    }
    assert_eq!(server.received().len(), 3);
    clock.set(MIDNIGHT);
    two.read("1").await.expect("a new day");
}

#[tokio::test]
async fn a_refusal_of_one_is_known_to_the_other() {
    let refusal = Reply::status(403, r#"{"message":"Daily request limit exceeded"}"#);
    let server = FaultServer::replies([refusal, Reply::ok()])
        .await
        .expect("a server");
    let shelf = Arc::new(Shelf::default());
    let (one, _) = client_at(NOON, &server, |client| {
        client.quota_store(Arc::clone(&shelf))
    });
    let (two, _) = client_at(NOON, &server, |client| {
        client.quota_store(Arc::clone(&shelf))
    });
    one.read("1").await.expect_err("the service's limit");
    let error = two.read("1").await.expect_err("refused here");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(quota_of(&two).await.2, Some(0));
    // The client that got the response needs no store to remember it.
    shelf.set_away(true);
    let error = one.read("1").await.expect_err("refused here");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(server.received().len(), 1);
}

/// The store learns of a refusal that came while it was away as soon as it is back.
#[tokio::test]
async fn a_refusal_while_it_was_away_is_known_to_the_other_later() {
    let refusal = Reply::status(403, r#"{"message":"Daily request limit exceeded"}"#);
    let server = FaultServer::replies([refusal, Reply::ok()])
        .await
        .expect("a server");
    let shelf = Arc::new(Shelf::default());
    let connected = || {
        client_at(NOON, &server, |client| {
            client
                .quota_store(Arc::clone(&shelf))
                .quota_outage(QuotaOutage::LetPass)
        })
        .0
    };
    let (one, two) = (connected(), connected());
    shelf.set_away(true);
    one.read("1").await.expect_err("the service's limit");
    shelf.set_away(false);
    assert_eq!(quota_of(&one).await.2, Some(0));
    for client in [&one, &two] {
        let error = client.read("1").await.expect_err("refused here");
        assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    }
    assert_eq!(server.received().len(), 1);
}

/// A store without `admit` keeps its mark: each client probes, and counts by
/// itself once its probe succeeded.
#[tokio::test]
async fn each_client_probes_where_the_store_does_not() {
    let refusal = Reply::status(403, r#"{"message":"Daily request limit exceeded"}"#);
    let server = FaultServer::replies([refusal.clone(), Reply::ok()])
        .await
        .expect("a server");
    let shelf = Arc::new(Shelf::default());
    let shared = || {
        client_at(NOON, &server, |client| {
            client.daily_limit(5).quota_store(Arc::clone(&shelf))
        })
    };
    let ((one, first_clock), (two, second_clock)) = (shared(), shared());
    one.read("1").await.expect_err("the service's limit");
    two.read("1").await.expect_err("refused here");
    for now in [
        "2026-03-01T12:14:58Z",
        "2026-03-01T12:14:59Z",
        "2026-03-01T12:15:00Z",
    ] {
        first_clock.set(now);
        second_clock.set(now);
        for client in [&one, &two] {
            assert_eq!(client.read("1").await.is_ok(), now.ends_with("15:00Z"));
        }
    }
    assert_eq!(server.received().len(), 3);
    // One of five was the refusal, one the probe.
    assert_eq!(quota_of(&one).await.2, Some(3));
    for _ in 0..3 {
        one.read("1").await.expect("admitted again");
    }
    let error = one.read("1").await.expect_err("the limit");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(quota_of(&one).await.2, Some(0));
    assert_eq!(server.received().len(), 6);
}

#[tokio::test]
async fn while_it_is_away_calls_are_refused_by_default() {
    let server = FaultServer::builder().start().await.expect("a server");
    let shelf = Arc::new(Shelf::default());
    shelf.set_away(true);
    let (client, _) = client_at(NOON, &server, |client| {
        client.daily_limit(3).quota_store(Arc::clone(&shelf))
    });
    let error = client.read("1").await.expect_err("no count");
    assert_eq!(error.kind(), ErrorKind::QuotaUnavailable);
    assert!(error.is_quota_unavailable() && !error.is_quota_exhausted());
    assert_eq!((error.sent(), error.attempts()), (Sent::No, 0));
    assert!(
        error.to_string().contains("QuotaOutage::LetPass"),
        "{error}"
    );
    let source = StdError::source(&error).expect("a cause");
    assert_eq!(source.to_string(), "the shelf is away");
    client.quota().await.expect_err("no count");
    assert_eq!(server.received().len(), 0);
    shelf.set_away(false);
    client.read("1").await.expect("it is back");
}

/// With `LetPass`, a client keeps the limit by its own count.
#[tokio::test]
async fn let_pass_a_client_counts_by_itself() {
    let server = FaultServer::builder().start().await.expect("a server");
    let shelf = Arc::new(Shelf::default());
    let (client, _) = client_at(NOON, &server, |client| {
        client
            .daily_limit(3)
            .quota_store(Arc::clone(&shelf))
            .quota_outage(QuotaOutage::LetPass)
    });
    client.read("1").await.expect("counted on the shelf");
    shelf.set_away(true);
    client.read("1").await.expect("counted here");
    client.read("1").await.expect("counted here");
    assert_eq!(
        quota_of(&client).await,
        (Some(3), 3, Some(0), MIDNIGHT.into())
    );
    let error = client.read("1").await.expect_err("the limit");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(server.received().len(), 3);
}

/// A store that is silent is not available either.
#[tokio::test]
async fn the_quota_of_a_silent_store_is_this_client_s_count_or_an_error() {
    let server = FaultServer::builder().start().await.expect("a server");
    let soon = Duration::from_millis(200);
    let silent = |client: ClientBuilder| client.timeout(soon).daily_limit(3).quota_store(Silent);
    let (strict, _) = client_at(NOON, &server, silent);
    let error = strict.quota().await.expect_err("no count");
    assert_eq!(error.kind(), ErrorKind::QuotaUnavailable);
    let (lax, _) = client_at(NOON, &server, |client| {
        silent(client).quota_outage(QuotaOutage::LetPass)
    });
    assert_eq!(quota_of(&lax).await, (Some(3), 0, Some(3), MIDNIGHT.into()));
}

#[tokio::test]
async fn the_key_names_account_and_day_but_no_email() {
    let server = FaultServer::builder().start().await.expect("a server");
    let shelf = Arc::new(Shelf::default());
    let (client, _) = client_at(NOON, &server, |client| {
        client.quota_store(Arc::clone(&shelf))
    });
    client.read("1").await.expect("an answer");
    let keys = shelf.keys();
    assert_eq!(keys.len(), 1);
    let (account, day) = keys[0].split_once(':').expect("two parts");
    assert_eq!(day, "2026-03-01");
    assert!(
        account.len() == 16 && account.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{account}"
    );
    assert!(!keys[0].contains(EMAIL));
    let (named, _) = client_at(NOON, &server, |client| {
        client.quota_store(Arc::clone(&shelf)).quota_account("acme")
    });
    named.read("1").await.expect("an answer");
    assert!(shelf.keys().contains(&"acme:2026-03-01".to_owned()));
}
