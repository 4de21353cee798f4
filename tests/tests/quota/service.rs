//! The limit that the service enforces: told by a message, not by a status.

use comm100::{ErrorKind, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply};

use crate::{MIDNIGHT, NOON, client_at, told};

fn refusal(status: u16, body: &str) -> Reply {
    Reply::status(status, body)
}

#[tokio::test]
async fn once_told_all_calls_wait_for_the_reset() {
    let tell = [
        refusal(
            403,
            r#"{"code":403000,"message":"The limit of requests is exceeded."}"#,
        ),
        refusal(
            403,
            r#"{ code: 403009, message: "Daily request limit exceeded" }"#,
        ),
        refusal(
            500,
            r#"{"code":500000,"message":"API call limit exceeded"}"#,
        ),
        refusal(
            500,
            r#"{"code":"500010","message":"Too many requests today"}"#,
        ),
        refusal(
            429,
            r#"{"message":"The daily quota is used up: limit 5000"}"#,
        ),
    ];
    for reply in tell {
        let server = FaultServer::replies([reply.clone(), Reply::ok()])
            .await
            .expect("a server");
        let (client, clock) = client_at(NOON, &server, |client| client);
        let error = client.read("1").await.expect_err("the service's limit");
        // The service's own error, known for what it is, and not tried again.
        assert_eq!(error.kind(), ErrorKind::Api, "{reply:?}");
        assert!(error.is_quota_exhausted(), "{reply:?}");
        assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
        assert_eq!(
            error.resets_at().map(|time| time.to_string()),
            Some(MIDNIGHT.into())
        );
        assert_eq!(told(&client).await, (None, 1, Some(0), MIDNIGHT.into()));
        let error = client.clone().create("1").await.expect_err("refused here");
        assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
        assert_eq!(
            error.resets_at().map(|time| time.to_string()),
            Some(MIDNIGHT.into())
        );
        assert!(error.to_string().contains("the service said"), "{error}");
        assert_eq!(server.received().len(), 1);
        clock.set(MIDNIGHT);
        client.read("1").await.expect("a new day");
        assert_eq!(
            told(&client).await,
            (None, 1, None, "2026-03-03T00:00:00Z".into())
        );
    }
}

#[tokio::test]
async fn any_other_refusal_stops_nothing() {
    let plain = [
        refusal(403, r#"{"code":403000,"message":"Permission denied."}"#),
        refusal(
            403,
            r#"{"code":500010,"message":"The agent seat limit is exceeded."}"#,
        ),
        refusal(403, ""),
        refusal(403, "<html><body>Forbidden: request limit</body></html>"),
        refusal(403, r#"{"code":403000}"#),
        refusal(429, r#"{"message":"Too many requests"}"#),
        refusal(
            500,
            r#"{"code":500000,"message":"Arguments do not match."}"#,
        ),
        refusal(
            500,
            r#"{"code":500001,"message":"The limit of requests is exceeded."}"#,
        ),
        refusal(404, r#"{"message":"The limit of requests is exceeded."}"#),
    ];
    for reply in plain {
        let server = FaultServer::replies([reply.clone(), Reply::ok()])
            .await
            .expect("a server");
        let (client, _) = client_at(NOON, &server, |client| client.daily_limit(100));
        let error = client.create("1").await.expect_err("a refusal");
        assert_eq!(error.kind(), ErrorKind::Api, "{reply:?}");
        assert!(!error.is_quota_exhausted(), "{reply:?}");
        assert_eq!(error.resets_at(), None);
        client.create("1").await.expect("nothing is stopped");
    }
}

#[tokio::test]
async fn the_classifier_can_be_replaced() {
    let server = FaultServer::replies([
        refusal(
            403,
            r#"{"code":1,"message":"The limit of requests is exceeded."}"#,
        ),
        refusal(418, r#"{"code":77,"message":"I am a teapot."}"#),
    ])
    .await
    .expect("a server");
    let (client, _) = client_at(NOON, &server, |client| {
        client.quota_classifier(|error| error.code() == Some(77))
    });
    let error = client.read("1").await.expect_err("403");
    assert!(!error.is_quota_exhausted());
    let error = client.read("1").await.expect_err("418");
    assert!(error.is_quota_exhausted());
    assert_eq!(error.kind(), ErrorKind::Api);
    let error = client.read("1").await.expect_err("refused here");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(server.received().len(), 2);
}
