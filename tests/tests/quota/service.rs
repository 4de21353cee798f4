//! The limit that the service enforces is recognized by a message, not by a status.

use comm100::{ErrorKind, Sent};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply};

use crate::{MIDNIGHT, NOON, client_at, quota_of};

fn status(status: u16, body: &str) -> Reply {
    Reply::status(status, body)
}

#[tokio::test]
async fn a_refusal_of_the_day_stops_all_calls_until_the_reset() {
    let tell = [
        status(
            403,
            r#"{"code":403000,"message":"The limit of requests is exceeded."}"#,
        ),
        status(
            403,
            r#"{ code: 403009, message: "Daily request limit exceeded" }"#,
        ),
        status(
            500,
            r#"{"code":500000,"message":"API call limit exceeded"}"#,
        ),
        status(
            500,
            r#"{"code":"500010","message":"Too many requests today"}"#,
        ),
        status(
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
        // The service's own error, recognized, and not retried.
        assert_eq!(error.kind(), ErrorKind::Api, "{reply:?}");
        assert!(error.is_quota_exhausted(), "{reply:?}");
        assert_eq!((error.sent(), error.attempts()), (Sent::Yes, 1));
        assert_eq!(
            error.resets_at().map(|time| time.to_string()),
            Some(MIDNIGHT.into())
        );
        assert_eq!(quota_of(&client).await, (None, 1, Some(0), MIDNIGHT.into()));
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
            quota_of(&client).await,
            (None, 1, None, "2026-03-03T00:00:00Z".into())
        );
    }
}

/// The message does not blame the client's own limit for it.
#[tokio::test]
async fn a_refusal_below_the_limit_that_is_set_is_the_service_s() {
    let refusal = r#"{"code":403000,"message":"The daily limit of requests is exceeded."}"#;
    let server = FaultServer::replies([status(403, refusal)])
        .await
        .expect("a server");
    let (client, _) = client_at(NOON, &server, |client| client.daily_limit(100));
    client.read("1").await.expect_err("the service's limit");
    let error = client.read("1").await.expect_err("rejected here");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    let text = error.to_string();
    assert!(text.contains("the service said"), "{text}");
    assert!(!text.contains("daily_limit"), "{text}");
}

#[tokio::test]
async fn any_other_refusal_stops_nothing() {
    let plain = [
        status(403, r#"{"code":403000,"message":"Permission denied."}"#),
        status(
            403,
            r#"{"code":500010,"message":"The agent seat limit is exceeded."}"#,
        ),
        status(403, ""),
        status(403, "<html><body>Forbidden: request limit</body></html>"),
        status(403, r#"{"code":403000}"#),
        status(429, r#"{"message":"Too many requests"}"#),
        status(
            500,
            r#"{"code":500000,"message":"Arguments do not match."}"#,
        ),
        status(
            500,
            r#"{"code":500001,"message":"The limit of requests is exceeded."}"#,
        ),
        status(404, r#"{"message":"The limit of requests is exceeded."}"#),
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
        status(
            403,
            r#"{"code":1,"message":"The limit of requests is exceeded."}"#,
        ),
        status(418, r#"{"code":77,"message":"I am a teapot."}"#),
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

const LIMITS_OF_THE_DAY: [&str; 6] = [
    "You have used all of your API calls for today.",
    "DailyLimitExceeded",
    "Maximum number of API requests reached for today",
    "limited to 5000 per day",
    "The daily limit of 5000 requests is exceeded. It is reset at 00:00 UTC.",
    "Tageslimit der Anfragen überschritten",
];

const OTHER_REFUSALS: [&str; 12] = [
    "Your attachment exceeds 24 MB.",
    "Request size limit exceeded",
    "Too many concurrent requests.",
    "Agent seat limit exceeded. Call sales to upgrade.",
    "Too many requests; 24 per second are allowed",
    "You have exceeded a secondary rate limit.",
    "API rate limit exceeded",
    "Request limit exceeded: 60 per minute",
    "Permission denied: the daily limit can be seen by administrators",
    "The daily email limit is exceeded.",
    "Zu viele gleichzeitige Anfragen",
    "每分钟请求次数超过限制",
];

#[tokio::test]
async fn only_the_day_s_limit_of_requests_stops_the_client() {
    for (messages, stops) in [(&LIMITS_OF_THE_DAY[..], true), (&OTHER_REFUSALS, false)] {
        for message in messages {
            for code in [403, 429] {
                let body = serde_json::json!({ "code": 1, "message": message }).to_string();
                let server = FaultServer::replies([status(code, &body), Reply::ok()])
                    .await
                    .expect("a server");
                let (client, _) = client_at(NOON, &server, |client| client);
                let error = client.create("1").await.expect_err("a refusal");
                assert_eq!(error.is_quota_exhausted(), stops, "{message}");
                assert_eq!(client.create("1").await.is_err(), stops, "{message}");
            }
        }
    }
}

#[tokio::test]
async fn a_wait_that_ends_before_the_reset_stops_nothing() {
    for (after, stops) in [
        ("1", false),
        ("3600", false),
        ("Sun, 01 Mar 2026 12:05:00 GMT", false),
        ("43200", true),
        ("Mon, 02 Mar 2026 00:00:00 GMT", true),
        ("86400", true),
        ("soon", true),
    ] {
        for message in [
            "Rate limit exceeded, retry in 1 second",
            "Daily request limit exceeded",
        ] {
            let body = serde_json::json!({ "message": message }).to_string();
            let reply = Reply::with_headers(403, &[("retry-after", after)], body);
            let server = FaultServer::replies([reply, Reply::ok()])
                .await
                .expect("a server");
            let (client, _) = client_at(NOON, &server, |client| client);
            let error = client.create("1").await.expect_err("a refusal");
            let stops = stops && message.starts_with("Daily");
            assert_eq!(error.is_quota_exhausted(), stops, "{after}: {message}");
            assert_eq!(
                client.create("1").await.is_err(),
                stops,
                "{after}: {message}"
            );
        }
    }
}
