//! The time that a report is about, as it is sent, and what cannot be sent.

use comm100::v1::{ChatVolumeGroup, RealTimeReportsApi, ReportPeriod, ReportsApi};
use comm100::{Client, Credentials, ErrorKind};
use jiff::civil::{DateTime, date};
use jiff::tz::{self, Offset};

fn client() -> Client {
    Client::builder()
        .credentials(Credentials::new("agent@example.com", "key"))
        .build()
        .expect("a client")
}

fn midnight(day: i8) -> DateTime {
    date(2024, 1, day).at(0, 0, 0, 0)
}

fn query(period: ReportPeriod) -> Result<String, comm100::Error> {
    let request = client()
        .chat_volume_report(&period, ChatVolumeGroup::Day)
        .request()?;
    Ok(request.uri().query().expect("a query").to_owned())
}

#[test]
fn offsets_are_hours_and_minutes_with_an_encoded_plus() {
    for (offset, sent) in [
        (tz::offset(8), "%2B08%3A00"),
        (tz::offset(-8), "-08%3A00"),
        (Offset::UTC, "%2B00%3A00"),
        (
            Offset::from_seconds(20_700).expect("an offset"),
            "%2B05%3A45",
        ),
        (Offset::from_seconds(-1_800).expect("an offset"), "-00%3A30"),
    ] {
        let period = ReportPeriod::new(midnight(1), midnight(2)).timezone(offset);
        let query = query(period).expect("a query");
        assert_eq!(
            query,
            format!(
                "timeFrom=2024-01-01T00%3A00%3A00&timeTo=2024-01-02T00%3A00%3A00&timezone={sent}&group=day"
            )
        );
    }
}

#[test]
fn fractions_of_a_second_are_cut_off() {
    let period = ReportPeriod::new(
        date(2024, 1, 1).at(8, 5, 9, 999_999_999),
        date(2024, 12, 31).at(23, 59, 59, 1),
    );
    assert_eq!(
        query(period).expect("a query"),
        "timeFrom=2024-01-01T08%3A05%3A09&timeTo=2024-12-31T23%3A59%3A59&group=day"
    );
}

#[test]
fn a_period_that_does_not_go_forward_is_refused() {
    let noon = date(2024, 1, 1).at(12, 0, 0, 0);
    let backward = [
        (midnight(2), midnight(1)),
        (midnight(1), midnight(1)),
        (noon, date(2024, 1, 1).at(12, 0, 0, 999)),
        (
            date(9999, 1, 1).at(0, 0, 0, 0),
            date(1, 1, 1).at(0, 0, 0, 0),
        ),
    ];
    for (from, to) in backward {
        let error = query(ReportPeriod::new(from, to)).expect_err("no period");
        assert_eq!(error.kind(), ErrorKind::Request);
        let message = error.to_string();
        assert!(message.contains("period"), "{message}");
        assert!(
            message.contains("`to` is not later than `from`"),
            "{message}"
        );
    }
}

#[test]
fn what_the_formats_cannot_express_is_rejected() {
    let ancient = ReportPeriod::new(date(-1, 1, 1).at(0, 0, 0, 0), midnight(1));
    let error = query(ancient).expect_err("no year").to_string();
    assert!(
        error.contains("a year before 0 cannot be written"),
        "{error}"
    );

    let crooked = Offset::from_seconds(3_601).expect("an offset");
    let error = query(ReportPeriod::new(midnight(1), midnight(2)).timezone(crooked));
    let error = error.expect_err("no offset").to_string();
    assert!(
        error.contains("an offset has hours and minutes, no seconds"),
        "{error}"
    );
    let error = client().realtime_today().timezone(crooked).request();
    let error = error.expect_err("no offset").to_string();
    assert!(error.contains("timezone"), "{error}");
}
