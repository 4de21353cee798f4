//! The lists and the reports agree on chats, visits and messages.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    lists::{DAYS, all, report, same, total},
    raw::{admin, at_noon, items, seconds, sum},
};

const DAY: i64 = 24 * 60 * 60;

#[tokio::test]
async fn the_chats_of_a_day_are_those_of_its_row() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let rows = report(&caller, "chatVolume", "&group=day");
    assert_eq!(items(&rows).len(), 43);
    for row in items(&rows) {
        let day = &row["time"]["from"].as_str().expect("a time")[..10];
        let listed = total(&caller, &format!("chats?date_from={day}&date_to={day}"));
        same(row["chats"].as_f64().expect("chats"), listed, day);
        let messages = total(
            &caller,
            &format!("offline_messages?date_from={day}&date_to={day}"),
        );
        let span = format!("timeFrom={day}T00:00:00&timeTo={day}T23:59:59&group=day");
        let row = caller.get(&format!("reports/offlineMessage?{span}")).ok();
        same(sum(&row, "messages"), messages, day);
    }
}

#[tokio::test]
async fn filters_of_lists_and_groups_of_reports_agree() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let chats = format!("chats?{DAYS}");
    for row in items(&report(&caller, "chatVolume", "&group=department")) {
        let id = &row["departmentId"];
        let listed = total(&caller, &format!("{chats}&department={id}"));
        same(
            row["chats"].as_f64().expect("chats"),
            listed,
            "a department",
        );
        let filter = format!("&group=day&filterName=department&filterValue={id}");
        same(
            sum(&report(&caller, "chatVolume", &filter), "chats"),
            listed,
            "a filter",
        );
        let messages = total(&caller, &format!("offline_messages?{DAYS}&department={id}"));
        same(
            sum(&report(&caller, "offlineMessage", &filter), "messages"),
            messages,
            "messages",
        );
    }
    for row in items(&report(&caller, "workload", "&group=agent")) {
        let listed = total(&caller, &format!("{chats}&operator={}", row["agentId"]));
        same(row["chats"].as_f64().expect("chats"), listed, "an agent");
    }
    let ratings = report(&caller, "rating", "&group=month");
    for score in 1..=5 {
        let listed = total(&caller, &format!("{chats}&rating={score}"));
        assert!(listed > 0.0);
        same(sum(&ratings, &format!("score{score}")), listed, "a rating");
    }
}

#[tokio::test]
async fn all_pages_together_are_the_list() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let chats = all(&caller, &format!("chats?{DAYS}"), "chats");
    let ids: BTreeSet<&str> = chats
        .iter()
        .filter_map(|chat| chat["id"].as_str())
        .collect();
    assert_eq!(ids.len(), chats.len());
    assert!(chats.len() > 500);
    // The newest first, each as it is alone.
    let times: Vec<i64> = chats
        .iter()
        .map(|chat| seconds(&chat["start_time"]))
        .collect();
    assert!(times.is_sorted_by(|one, next| one >= next));
    for chat in chats.iter().step_by(97) {
        let id = chat["id"].as_str().expect("an id");
        assert_eq!(caller.get(&format!("chats/{id}")).ok(), *chat);
        assert_eq!(
            caller.get(&format!("chats/{}", id.to_uppercase())).ok(),
            *chat
        );
    }
    let beyond = caller.get(&format!("chats?{DAYS}&page=999")).ok();
    assert_eq!(beyond["chats"], serde_json::json!([]));
    assert_eq!(beyond["total"].as_u64(), u64::try_from(chats.len()).ok());
}

#[tokio::test]
async fn a_keyword_finds_all_that_mention_it_and_nothing_else() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let path = format!("chats?{DAYS}");
    let chats = all(&caller, &path, "chats");
    for keyword in [
        "refund",
        "MÜLLER",
        "@example.net",
        "error 12",
        "50% & nothing",
    ] {
        let mentions = |chat: &&Value| {
            ["name", "email", "company", "phone", "chat_transcript"]
                .iter()
                .any(|key| {
                    let text = chat[*key].as_str().expect("a text");
                    text.to_lowercase().contains(&keyword.to_lowercase())
                })
        };
        let expected: Vec<&Value> = chats.iter().filter(mentions).collect();
        assert!(!expected.is_empty(), "{keyword}");
        let encoded = keyword
            .replace('%', "%25")
            .replace('&', "%26")
            .replace(' ', "+");
        let found = all(&caller, &format!("{path}&keyword={encoded}"), "chats");
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{keyword}");
    }
    assert_eq!(
        caller.get(&format!("{path}&keyword=no+such+text")).ok()["total"],
        0
    );
}

#[tokio::test]
async fn a_time_zone_moves_the_days() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let chats = all(
        &caller,
        "chats?date_from=2024-05-01&date_to=2024-05-14",
        "chats",
    );
    let times: Vec<i64> = chats
        .iter()
        .map(|chat| seconds(&chat["start_time"]))
        .collect();
    for (zone, offset) in [("%2B05:30", 19_800), ("-08:00", -28_800), ("%2B00:00", 0)] {
        let span = "timeFrom=2024-05-03T00:00:00&timeTo=2024-05-10T00:00:00";
        let rows = caller
            .get(&format!(
                "reports/chatVolume?{span}&group=day&timezone={zone}"
            ))
            .ok();
        // 2024-05-03T00:00:00Z
        let start = 1_714_694_400 - offset;
        for (index, row) in (0..).zip(items(&rows)) {
            let from = start + index * DAY;
            let expected = times
                .iter()
                .filter(|time| (from..from + DAY).contains(*time))
                .count();
            assert_eq!(
                row["chats"].as_u64(),
                u64::try_from(expected).ok(),
                "{zone} {row}"
            );
            assert_eq!(
                row["time"]["from"],
                format!("2024-05-{:02}T00:00:00", index + 3)
            );
        }
        assert_eq!(items(&rows).len(), 7);
    }
}

#[tokio::test]
async fn all_groups_of_time_add_up_to_the_same() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    for (name, metric, average) in [
        ("chatVolume", "chatRequests", "avgChatRequests"),
        ("visits", "visits", "avgVisits"),
        ("chatSource", "chats", "avgChats"),
        ("queue", "queuedChatRequests", "avgQueuedChatRequests"),
        ("workload", "totalChatTime", "avgTotalChatTime"),
        ("rating", "score5", "avgScore5"),
        ("offlineMessage", "messages", "avgMessages"),
    ] {
        let total = |group: &str, metric: &str| {
            sum(&report(&caller, name, &format!("&group={group}")), metric)
        };
        let days = total("day", metric);
        assert!(days > 0.0, "{name}");
        for group in ["hour", "week", "month"] {
            same(total(group, metric), days, name);
        }
        // 43 days; rows are rounded to four digits.
        let half_hours = total("halfHourDistribution", average) * 43.0;
        assert!(
            (half_hours - days).abs() < 0.3,
            "{name}: {half_hours} and {days}"
        );
    }
    // The hours of the week, over six whole weeks from a Sunday.
    let weeks = "timeFrom=2024-03-31T00:00:00&timeTo=2024-05-12T00:00:00";
    let path = format!("reports/chatVolume?{weeks}");
    let days = sum(&caller.get(&format!("{path}&group=day")).ok(), "chats");
    let slots = caller.get(&format!("{path}&group=24*7Distribution")).ok();
    let slots = sum(&slots, "avgChats") * 6.0;
    assert!((slots - days).abs() < 0.3, "{slots} and {days}");
}

#[tokio::test]
async fn spans_end_with_the_calendar() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    for (group, spans) in [("hour", 31 * 24), ("day", 31), ("week", 5), ("month", 1)] {
        for offset in ["%2B00:00", "-12:00"] {
            let path = format!(
                "reports/chatVolume?timeFrom=9999-12-01T00:00:00&timeTo=9999-12-31T23:59:59\
                 &group={group}&timezone={offset}"
            );
            assert_eq!(items(&caller.get(&path).ok()).len(), spans, "{path}");
        }
    }
}
