//! The service's refusal of a day in a response that does not end.

use std::time::Duration;

use comm100::{ErrorKind, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply};
use comm100_tests::redis::RedisServer;

use crate::{NOON, client_at, store};

/// The error is known by its status and the start of its body, and the store
/// learns of it though the body takes all the time that there is.
#[tokio::test]
async fn a_refusal_whose_body_never_ends_is_known_to_all() {
    let Some(redis) = RedisServer::start() else {
        return;
    };
    let endless = Reply::head(403, &[("content-length", "1000")])
        .write(r#"{"message":"Daily request limit exceeded"} "#)
        .hold();
    let server = FaultServer::replies([endless]).await.expect("a server");
    let refuse = async |limit: Duration| {
        let account = format!("of-{limit:?}");
        let connected = || {
            client_at(NOON, &server, |client| {
                client.quota_store(store(&redis)).quota_account(&account)
            })
            .0
        };
        let (one, two) = (connected(), connected());
        let error = one
            .read("1")
            .timeout(limit)
            .await
            .expect_err("the service's limit");
        assert!(error.is_quota_exhausted(), "{error}");
        let key = format!("comm100:{{{account}:2026-03-01}}:exhausted");
        let started = std::time::Instant::now();
        while redis.ask(&format!("EXISTS {key}")).await[0] == ":0" {
            assert!(started.elapsed() < Duration::from_secs(20), "{limit:?}");
        }
        let refused = two.read("1").await.expect_err("refused here");
        assert_eq!(
            (refused.kind(), refused.sent()),
            (ErrorKind::QuotaExhausted, Sent::No)
        );
    };
    // The time for the body, or that of the call, ends first.
    tokio::join!(
        refuse(Duration::from_secs(20)),
        refuse(Duration::from_secs(1))
    );
    assert_eq!(server.received().len(), 2);
}
