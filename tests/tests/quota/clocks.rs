//! The day is the service's, in UTC, whatever the local clock shows.

use comm100::{ErrorKind, RetryPolicy};
use comm100_tests::calls::Faults as _;
use comm100_tests::fault::{FaultServer, Reply};

use crate::{MIDNIGHT, NOON, NOON_HTTP, client_at, quota_of};

const OK: &str = r#"{"value":"done"}"#;
const LIMIT: &str = r#"{"message":"Daily request limit exceeded"}"#;

fn dated(status: u16, date: &str, body: &str) -> Reply {
    Reply::with_headers(status, &[("date", date)], body)
}

#[tokio::test]
async fn midnight_resets_the_count() {
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
        quota_of(&client).await,
        (Some(1), 0, Some(1), "2026-03-03T00:00:00Z".into())
    );
    client.read("1").await.expect("a new day");
    client
        .read("1")
        .await
        .expect_err("the limit of the new day");
    // A year without a call, and a clock that was set back.
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
    // Half a day ahead: the local day is tomorrow already.
    let (client, clock) = client_at("2026-03-02T11:59:50Z", &server, |client| {
        client.daily_limit(3)
    });
    assert_eq!(quota_of(&client).await.3, "2026-03-03T00:00:00Z");
    // A second response confirms it.
    client.read("1").await.expect("an answer");
    assert_eq!(quota_of(&client).await.3, "2026-03-03T00:00:00Z");
    client.read("1").await.expect("an answer");
    assert_eq!(quota_of(&client).await.3, "2026-03-02T00:00:00Z");
    clock.set("2026-03-02T11:59:58Z");
    assert_eq!(quota_of(&client).await.3, "2026-03-02T00:00:00Z");
    // The service's midnight, to the second that a `Date` leaves open.
    clock.set("2026-03-02T12:00:02Z");
    assert_eq!(quota_of(&client).await.3, "2026-03-03T00:00:00Z");
}

#[tokio::test]
async fn a_clock_that_is_behind_is_corrected_too() {
    let server = FaultServer::replies([dated(200, "Mon, 02 Mar 2026 00:30:00 GMT", OK)])
        .await
        .expect("a server");
    let (client, _) = client_at("2026-03-01T20:00:00Z", &server, |client| {
        client.daily_limit(2)
    });
    client.read("1").await.expect("an answer");
    client.read("1").await.expect("an answer");
    assert_eq!(
        quota_of(&client).await,
        (Some(2), 0, Some(2), "2026-03-03T00:00:00Z".into())
    );
}

/// A refusal is about the day of its `Date`.
#[tokio::test]
async fn a_refusal_of_yesterday_does_not_stop_today() {
    let server = FaultServer::replies([
        dated(403, "Sun, 01 Mar 2026 23:59:59 GMT", LIMIT),
        Reply::ok(),
    ])
    .await
    .expect("a server");
    // The clock is right to the second, and midnight has passed since.
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
        assert_eq!(quota_of(&client).await.3, MIDNIGHT, "{headers:?}");
        let error = client.read("1").await.expect_err("the limit");
        assert_eq!(
            error.resets_at().map(|time| time.to_string()),
            Some(MIDNIGHT.into())
        );
    }
}

/// `Date` has whole seconds, which must not change a right clock.
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

/// Proxies have their own clocks, and a single odd response proves nothing.
#[tokio::test]
async fn odd_dates_between_good_ones_change_nothing() {
    for date in [
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Fri, 27 Feb 2026 12:00:00 GMT",
        "Mon, 02 Mar 2026 00:00:01 GMT",
        "Tue, 03 Mar 2026 12:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
    ] {
        for (status, every) in [(502, 1), (502, 5), (200, 2), (404, 2), (200, 5)] {
            let odd = dated(status, date, OK);
            let good = dated(200, NOON_HTTP, OK);
            let server = FaultServer::builder()
                .on_request(move |number, _| {
                    let is_odd = number % every == 0;
                    if is_odd { odd.clone() } else { good.clone() }
                })
                .start()
                .await
                .expect("a server");
            let (client, clock) = client_at(NOON, &server, |client| {
                client.daily_limit(5).retry(RetryPolicy::off())
            });
            for number in 0..100 {
                // A few seconds pass, so that every date is read.
                clock.set(&format!("2026-03-01T12:00:0{}Z", number % 3));
                let _ = client.read("1").await;
            }
            let arrived = server.received().len();
            assert_eq!(arrived, 5, "{date}, {status}, one in {every}");
            assert_eq!(
                quota_of(&client).await,
                (Some(5), 5, Some(0), MIDNIGHT.into())
            );
        }
    }
}

#[tokio::test]
async fn an_offset_of_more_than_a_day_is_not_believed() {
    for date in [
        "Sat, 28 Feb 2026 11:59:00 GMT",
        "Mon, 02 Mar 2026 12:01:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ] {
        let server = FaultServer::replies([dated(200, date, OK)])
            .await
            .expect("a server");
        let (client, _) = client_at(NOON, &server, |client| client.daily_limit(3));
        for _ in 0..5 {
            let _ = client.read("1").await;
        }
        assert_eq!(server.received().len(), 3, "{date}");
        assert_eq!(quota_of(&client).await.3, MIDNIGHT, "{date}");
    }
}

/// Half an hour before midnight, the response claims another day.
#[tokio::test]
async fn a_refusal_with_an_odd_date_stops_today_alone() {
    for date in [
        "Mon, 02 Mar 2026 00:00:01 GMT",
        "Mon, 02 Mar 2026 12:00:00 GMT",
        "Tue, 03 Mar 2026 23:30:00 GMT",
        "Sat, 28 Feb 2026 23:30:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ] {
        let server = FaultServer::replies([dated(403, date, LIMIT), Reply::ok()])
            .await
            .expect("a server");
        let (client, clock) = client_at("2026-03-01T23:30:00Z", &server, |client| client);
        let error = client.read("1").await.expect_err("the limit");
        assert!(error.is_quota_exhausted());
        let resets_at = error.resets_at().map(|time| time.to_string());
        assert_eq!(resets_at, Some(MIDNIGHT.into()), "{date}");
        let error = client.read("1").await.expect_err("refused here");
        assert_eq!(error.kind(), ErrorKind::QuotaExhausted, "{date}");
        clock.set(MIDNIGHT);
        client.read("1").await.expect("a new day");
    }
}

/// A local clock that jumps finds the count of each day again.
#[tokio::test]
async fn a_local_clock_that_jumps_and_returns_gains_nothing() {
    let server = FaultServer::builder().start().await.expect("a server");
    let (client, clock) = client_at(NOON, &server, |client| client.daily_limit(2));
    let mut arrived = 0;
    for day in [
        "01", "03", "01", "05", "03", "02", "01", "17", "09", "01", "05",
    ] {
        clock.set(&format!("2026-03-{day}T12:00:00Z"));
        for _ in 0..3 {
            let _ = client.read("1").await;
        }
        arrived = server.received().len();
        assert_eq!(quota_of(&client).await.2, Some(0), "{day}");
    }
    // Two for each of the six days.
    assert_eq!(arrived, 12);
}
