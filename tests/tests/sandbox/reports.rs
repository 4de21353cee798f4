//! The shapes of the reports: keys, spans of time, names of metrics.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::raw::{Caller, admin, at_noon, items};
use crate::shapes::SHAPES;

const PERIOD: &str = "timeFrom=2024-04-29T10:30:00&timeTo=2024-05-14T09:15:00";

const TIME: &[&str] = &["hour", "day", "week", "month"];
const SLOTS: &[&str] = &["24*7Distribution", "halfHourDistribution"];

fn rows(caller: &Caller, report: &str, group: &str, more: &str) -> Value {
    caller
        .get(&format!("reports/{report}?{PERIOD}&group={group}{more}"))
        .ok()
}

/// All rows have these names and no others.
#[track_caller]
fn has(rows: &Value, key: &str, metrics: &[&str], what: &str) {
    let expected: BTreeSet<&str> = metrics.iter().copied().chain([key]).collect();
    assert!(!items(rows).is_empty(), "{what}");
    for row in items(rows) {
        let names: BTreeSet<&str> = row
            .as_object()
            .expect("a row")
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(names, expected, "{what}");
        for metric in metrics {
            assert!(
                row[*metric].as_f64().is_some_and(|value| value >= 0.0),
                "{what} {row}"
            );
        }
    }
}

#[tokio::test]
async fn rows_have_the_documented_names() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    for (report, has_slots, groups, filters, metrics, averages) in SHAPES {
        for group in TIME {
            has(&rows(&caller, report, group, ""), "time", metrics, report);
        }
        for group in SLOTS.iter().filter(|_| *has_slots) {
            has(&rows(&caller, report, group, ""), "time", averages, report);
        }
        for (group, key) in *groups {
            let rows = rows(&caller, report, group, "");
            has(&rows, key, metrics, report);
            let ids: BTreeSet<_> = items(&rows).iter().map(|row| row[*key].as_u64()).collect();
            assert_eq!(ids.len(), items(&rows).len(), "{report} {group}");
        }
        let all = rows(&caller, report, "month", "");
        for (filter, id) in *filters {
            let filter = format!("&filterName={filter}&filterValue={id}");
            let filtered = rows(&caller, report, "month", &filter);
            assert_ne!(filtered, all, "{report} {filter}");
            assert_eq!(
                items(&filtered).len(),
                items(&all).len(),
                "{report} {filter}"
            );
        }
    }
}

#[tokio::test]
async fn rows_with_other_names() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let transfer = [
        "chats",
        "departmentTransferredInChats",
        "departmentTransferredOutChats",
    ];
    has(
        &rows(&caller, "chatTransfer", "department", ""),
        "departmentId",
        &transfer,
        "transfer",
    );
    for (group, more) in [("agent", ""), ("day", "&filterName=agent&filterValue=3")] {
        for row in items(&rows(&caller, "availability", group, more)) {
            let statuses = items(&row["statusDistribution"]);
            let time = |index: usize| statuses[index]["time"].as_i64().expect("seconds");
            let names: Vec<&Value> = statuses.iter().map(|status| &status["status"]).collect();
            assert_eq!(names, ["Logged-in", "Online", "Total Away"]);
            assert_eq!(time(0), time(1) + time(2));
            assert_eq!(row["online"].as_i64(), Some(time(1)));
        }
    }
    for row in items(&rows(&caller, "autoInvitation", "autoInvitation", "")) {
        let expected = if row["autoInvitationId"] == 74 {
            22
        } else {
            21
        };
        assert_eq!(row["campaignId"], expected);
    }
    for row in items(
        &caller
            .get(&format!("reports/chatSource/requestPage?{PERIOD}"))
            .ok(),
    ) {
        assert!(
            row["requestPage"]
                .as_str()
                .is_some_and(|page| page.starts_with("https://"))
        );
        assert!(row["chats"].as_u64().is_some_and(|chats| chats > 0));
    }
    for row in items(&caller.get(&format!("reports/cannedMessage?{PERIOD}")).ok()) {
        assert!(
            row["usedTimes"].as_u64() >= row["agentsUsedIt"].as_u64(),
            "{row}"
        );
    }
    let of_category = "&filterName=category&filterValue=41";
    let uses = caller
        .get(&format!("reports/cannedMessage?{PERIOD}{of_category}"))
        .ok();
    assert_eq!(
        items(&uses)
            .iter()
            .map(|row| row["id"].as_u64())
            .collect::<Vec<_>>(),
        [Some(101), Some(102)]
    );
}

/// The first and the last span of a report, and how many there are.
fn spans(caller: &Caller, group: &str, more: &str) -> (Value, Value, usize) {
    let rows = rows(caller, "visits", group, more);
    let spans: Vec<Value> = items(&rows).iter().map(|row| row["time"].clone()).collect();
    for pair in spans.windows(2) {
        let (end, start) = (&pair[0]["to"], &pair[1]["from"]);
        let next_day = end.as_str().is_some_and(|end| end.ends_with("24:00"));
        assert!(end == start || next_day, "{pair:?}");
    }
    (
        spans[0].clone(),
        spans[spans.len() - 1].clone(),
        spans.len(),
    )
}

#[tokio::test]
async fn spans_of_time_are_as_documented() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let span = |from: &str, to: &str| json!({ "from": from, "to": to });
    let time = |from: &str, to: &str| span(&format!("2024-{from}:00"), &format!("2024-{to}:00"));
    // Spans start and end on the hour, the first and the last are cut to the period.
    for (group, first, last, count) in [
        (
            "hour",
            time("04-29T10:30", "04-29T11:00"),
            time("05-14T09:00", "05-14T09:15"),
            14 * 24 + 24,
        ),
        (
            "day",
            time("04-29T10:30", "04-30T00:00"),
            time("05-14T00:00", "05-14T09:15"),
            16,
        ),
        (
            "week",
            time("04-29T10:30", "05-05T00:00"),
            time("05-12T00:00", "05-14T09:15"),
            3,
        ),
        (
            "month",
            time("04-29T10:30", "05-01T00:00"),
            time("05-01T00:00", "05-14T09:15"),
            2,
        ),
        (
            "24*7Distribution",
            span("Sun. 00:00", "Sun. 01:00"),
            span("Sat. 23:00", "Sat. 24:00"),
            168,
        ),
        (
            "halfHourDistribution",
            span("00:00", "00:30"),
            span("23:30", "24:00"),
            48,
        ),
    ] {
        for zone in ["", "&timezone=%2B05:30", "&timezone=-08:00"] {
            assert_eq!(
                spans(&caller, group, zone),
                (first.clone(), last.clone(), count),
                "{group}"
            );
        }
    }
    // An empty period has no rows.
    let empty = "timeFrom=2024-05-14T00:00:00&timeTo=2024-05-14T00:00:00";
    assert_eq!(
        caller
            .get(&format!("reports/visits?{empty}&group=hour"))
            .ok(),
        json!([])
    );
}

#[tokio::test]
async fn a_filter_of_the_groups_kind_leaves_one_row() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let all = rows(&caller, "chatVolume", "department", "");
    let one = rows(
        &caller,
        "chatVolume",
        "department",
        "&filterName=department&filterValue=12",
    );
    assert_eq!(items(&one).len(), 1);
    assert!(items(&all).contains(&one[0]));
    let none = rows(
        &caller,
        "chatVolume",
        "department",
        "&filterName=department&filterValue=99",
    );
    assert_eq!(none, json!([]));
}

#[tokio::test]
async fn status_logs_and_availability_agree() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let span = "timeFrom=2024-05-13T05:30:00&timeTo=2024-05-14T05:30:00&timezone=%2B05:30";
    let logs = caller.get(&format!("reports/agentStatus?{span}")).ok();
    let rows = caller
        .get(&format!("reports/availability?{span}&group=agent"))
        .ok();
    assert_eq!(items(&logs).len(), 7);
    let mut changes = 0;
    for (log, row) in items(&logs).iter().zip(items(&rows)) {
        assert_eq!(log["agentId"], row["agentId"]);
        assert_eq!(
            log["time"],
            json!({ "from": "2024-05-13T05:30:00", "to": "2024-05-14T05:30:00" })
        );
        let logged = items(&log["changeLogs"]);
        let time = |item: &Value| -> jiff::civil::DateTime {
            item["time"]
                .as_str()
                .and_then(|time| time.parse().ok())
                .expect("a time")
        };
        let end: jiff::civil::DateTime = "2024-05-14T05:30:00".parse().expect("a time");
        let ends = logged.iter().skip(1).map(time).chain([end]);
        let online: i64 = logged
            .iter()
            .zip(ends)
            .filter(|(item, _)| item["status"] == "Online")
            .map(|(item, end)| end.duration_since(time(item)).as_secs())
            .sum();
        assert_eq!(row["online"].as_i64(), Some(online), "{log}");
        changes += logged.len();
    }
    assert!(changes > 14, "{logs}");
    // There are no data about the future.
    let future = "timeFrom=2024-06-01T00:00:00&timeTo=2024-06-02T00:00:00";
    let logs = caller
        .get(&format!(
            "reports/agentStatus?{future}&filterName=agent&filterValue=1"
        ))
        .ok();
    assert_eq!(
        (items(&logs).len(), &logs[0]["changeLogs"]),
        (1, &json!([]))
    );
    let rows = caller
        .get(&format!("reports/availability?{future}&group=day"))
        .ok();
    assert_eq!(rows[0]["online"], 0);
}
