//! Whose day it is: the service's, in UTC, whatever the local clock says.

use comm100::ErrorKind;
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply};

use crate::{MIDNIGHT, NOON, NOON_HTTP, client_at, told};

const OK: &str = r#"{"value":"done"}"#;
const LIMIT: &str = r#"{"message":"Daily request limit exceeded"}"#;

fn dated(status: u16, date: &str, body: &str) -> Reply {
    Reply::with_headers(status, &[("date", date)], body)
}

#[tokio::test]
async fn midnight_begins_the_count_anew() {
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, clock) = client_at("2026-03-01T23:59:59.999Z", &server, |client| {
        client.daily_limit(1)
    });
    client.read("1").await.expect("an answer");
    let error = client.read("1").await.expect_err("the limit");
    assert_eq!(
        error.resets_at().map(|time| time.to_string()),
        Some(MIDNIGHT.into())
    );
    clock.set(MIDNIGHT);
    assert_eq!(
        told(&client).await,
        (Some(1), 0, Some(1), "2026-03-03T00:00:00Z".into())
    );
    client.read("1").await.expect("a new day");
    client
        .read("1")
        .await
        .expect_err("the limit of the new day");
    // A year without a call is no trouble either, nor is a clock that was set back.
    for now in [
        "2027-03-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "2400-02-29T12:00:00Z",
    ] {
        clock.set(now);
        client.read("1").await.expect(now);
        client.read("1").await.expect_err(now);
    }
}

#[tokio::test]
async fn the_service_s_date_corrects_the_local_clock() {
    let server = FaultServer::replies([dated(200, "Sun, 01 Mar 2026 23:59:50 GMT", OK)])
        .await
        .expect("a server");
    // Half a day ahead: here it is tomorrow already.
    let (client, clock) = client_at("2026-03-02T11:59:50Z", &server, |client| {
        client.daily_limit(3)
    });
    assert_eq!(told(&client).await.3, "2026-03-03T00:00:00Z");
    client.read("1").await.expect("an answer");
    assert_eq!(told(&client).await.3, "2026-03-02T00:00:00Z");
    clock.set("2026-03-02T11:59:58Z");
    assert_eq!(told(&client).await.3, "2026-03-02T00:00:00Z");
    // The service's midnight, to the second that a `Date` leaves open.
    clock.set("2026-03-02T12:00:02Z");
    assert_eq!(told(&client).await.3, "2026-03-03T00:00:00Z");
}

#[tokio::test]
async fn a_clock_that_is_behind_is_corrected_too() {
    let server = FaultServer::replies([dated(200, "Mon, 02 Mar 2026 00:30:00 GMT", OK)])
        .await
        .expect("a server");
    let (client, _) = client_at("2026-03-01T20:00:00Z", &server, |client| {
        client.daily_limit(1)
    });
    client.read("1").await.expect("an answer");
    assert_eq!(
        told(&client).await,
        (Some(1), 0, Some(1), "2026-03-03T00:00:00Z".into())
    );
}

/// The answer tells of the day that it was given on.
#[tokio::test]
async fn a_refusal_of_yesterday_does_not_stop_today() {
    let server = FaultServer::replies([
        dated(403, "Sun, 01 Mar 2026 23:59:59 GMT", LIMIT),
        Reply::ok(),
    ])
    .await
    .expect("a server");
    // The clock is right to the second, and midnight passed since.
    let (client, _) = client_at("2026-03-02T00:00:00.500Z", &server, |client| client);
    let error = client.read("1").await.expect_err("the limit");
    assert!(error.is_quota_exhausted());
    assert_eq!(
        error.resets_at().map(|time| time.to_string()),
        Some(MIDNIGHT.into())
    );
    client.read("1").await.expect("a new day");
}

#[tokio::test]
async fn dates_that_are_none_and_cached_ones_change_nothing() {
    for headers in [
        &[("date", "yesterday")][..],
        &[("date", "Sun, 99 Mar 2026 12:00:00 GMT")],
        &[("date", "")],
        &[("date", "Sat, 28 Feb 2026 12:00:00 GMT"), ("age", "86400")],
        &[],
    ] {
        let server = FaultServer::replies([
            Reply::with_headers(200, headers, OK),
            Reply::with_headers(403, headers, LIMIT),
        ])
        .await
        .expect("a server");
        let (client, _) = client_at(NOON, &server, |client| client);
        client.read("1").await.expect("an answer");
        assert_eq!(told(&client).await.3, MIDNIGHT, "{headers:?}");
        let error = client.read("1").await.expect_err("the limit");
        assert_eq!(
            error.resets_at().map(|time| time.to_string()),
            Some(MIDNIGHT.into())
        );
    }
}

/// `Date` has whole seconds: a right clock is not made wrong by it.
#[tokio::test]
async fn a_right_clock_stays_right() {
    let server = FaultServer::replies([dated(200, NOON_HTTP, OK)])
        .await
        .expect("a server");
    let (client, clock) = client_at("2026-03-01T12:00:00.999Z", &server, |client| {
        client.daily_limit(1)
    });
    client.read("1").await.expect("an answer");
    clock.set("2026-03-01T23:59:59.999Z");
    let error = client.read("1").await.expect_err("the limit");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    clock.set(MIDNIGHT);
    client.read("1").await.expect("a new day");
}
