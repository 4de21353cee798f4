//! The limit that a user sets.

use comm100::{ClientBuilder, ErrorKind, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::client;
use comm100_tests::fault::{FaultServer, Reply};
use tokio::task::JoinSet;

use crate::{MIDNIGHT, NOON, client_at, quota_of};

/// One setting of a client.
type Setting = fn(ClientBuilder) -> ClientBuilder;

#[tokio::test]
async fn beyond_it_nothing_is_sent() {
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client.daily_limit(2));
    assert_eq!(
        quota_of(&client).await,
        (Some(2), 0, Some(2), MIDNIGHT.into())
    );
    client.read("1").await.expect("the first");
    client.clone().create("1").await.expect("the second");
    assert_eq!(
        quota_of(&client).await,
        (Some(2), 2, Some(0), MIDNIGHT.into())
    );
    let error = client.read("1").await.expect_err("the limit");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert!(error.is_quota_exhausted());
    assert_eq!((error.sent(), error.attempts()), (Sent::No, 0));
    assert_eq!(
        error.resets_at().map(|time| time.to_string()),
        Some(MIDNIGHT.into())
    );
    assert_eq!(
        error.to_string(),
        "GET livechat/faults/{id}: the day's requests are used up (`daily_limit` is 2), nothing was sent; call again after 2026-03-02T00:00:00Z",
    );
    assert_eq!(server.received().len(), 2);
}

/// Every attempt counts, retries too.
#[tokio::test]
async fn retries_are_counted_and_refused_too() {
    let server = FaultServer::replies([Reply::status(503, "")])
        .await
        .expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client.daily_limit(5));
    let error = client.read("1").await.expect_err("503");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 3));
    // The third attempt of this call is over the limit, so the error of the
    // second one is returned.
    let error = client.read("1").await.expect_err("503");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 2));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    let error = client.read("1").await.expect_err("the limit");
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::QuotaExhausted, 0)
    );
    assert_eq!(server.received().len(), 5);
    assert_eq!(quota_of(&client).await.1, 5);
}

#[tokio::test]
async fn attempts_that_find_nobody_count_too() {
    let origin = comm100_tests::fault::refused_origin()
        .await
        .expect("a port");
    let client = client::builder(&origin)
        .expect("an origin")
        .daily_limit(10)
        .build()
        .expect("a client");
    client.create("1").await.expect_err("nobody");
    assert_eq!(client.quota().await.expect("a count").used(), 3);
}

#[tokio::test]
async fn without_a_limit_requests_are_counted_all_the_same() {
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client);
    client.read("1").await.expect("an answer");
    assert_eq!(quota_of(&client).await, (None, 1, None, MIDNIGHT.into()));
}

/// A call that cannot be encoded does not count.
#[tokio::test]
async fn what_is_never_sent_does_not_count() {
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client.daily_limit(1));
    for _ in 0..5 {
        let error = client.read("..").await.expect_err("no segment");
        assert_eq!(error.kind(), ErrorKind::Request);
    }
    assert_eq!(quota_of(&client).await.1, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_never_pass_it() {
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client.daily_limit(300));
    let mut calls = JoinSet::new();
    for _ in 0..64 {
        let client = client.clone();
        calls.spawn(async move {
            for _ in 0..10 {
                let _ = client.read("1").await;
            }
        });
    }
    calls.join_all().await;
    assert_eq!(server.received().len(), 300);
    assert_eq!(quota_of(&client).await.1, 300);
}

#[test]
fn what_cannot_be_is_refused_by_build() {
    let cases: [(Setting, &str); 3] = [
        (|client| client.daily_limit(0), "daily_limit"),
        (|client| client.quota_account(""), "quota_account"),
        (|client| client.quota_account("{acme}"), "quota_account"),
    ];
    for (configure, text) in cases {
        let builder = client::builder("http://127.0.0.1:1").expect("an origin");
        let error = configure(builder).build().expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(text), "{error}");
    }
}
