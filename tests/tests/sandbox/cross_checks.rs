//! The reports agree with each other, and with the chats' details.

use serde_json::Value;

use crate::{
    lists::{DAYS, all, report, same, total},
    raw::{admin, at_noon, items, sum},
};

#[tokio::test]
async fn reports_agree_with_each_other() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let by_day = |name: &str| report(&caller, name, "&group=day");
    let chats = sum(&by_day("chatVolume"), "chats");
    same(total(&caller, &format!("chats?{DAYS}")), chats, "the list");
    for name in [
        "chatSource",
        "chatTransfer",
        "workload",
        "wrapup/completion",
        "conversions",
    ] {
        same(sum(&by_day(name), "chats"), chats, name);
    }
    let pages = report(&caller, "chatSource/requestPage", "");
    same(sum(&pages, "chats"), chats, "request pages");
    // Sources.
    let source = by_day("chatSource");
    let from = |metric: &str| sum(&source, metric);
    let invited = [
        from("chatsFromManualInvitations"),
        from("chatsFromAutoInvitations"),
    ];
    same(
        from("chatsInitialtedByVisitors") + invited[0] + invited[1],
        chats,
        "sources",
    );
    for (name, accepted, groups) in [
        ("manualInvitation", invited[0], &["day", "agent"][..]),
        (
            "autoInvitation",
            invited[1],
            &["day", "campaign", "autoInvitation"],
        ),
    ] {
        for group in groups {
            let rows = report(&caller, name, &format!("&group={group}"));
            same(sum(&rows, "accepted"), accepted, group);
            assert!(sum(&rows, "sent") > accepted);
        }
    }
    // Queue and messages, row by row.
    let (queue, messages) = (by_day("queue"), by_day("offlineMessage"));
    for (queue, messages) in items(&queue).iter().zip(items(&messages)) {
        assert_eq!(
            queue["switchedToMessages"], messages["fromChatQueue"],
            "{queue}"
        );
    }
    assert!(sum(&messages, "fromChatQueue") > 0.0);
    // Transfers between departments come and go.
    let transfers = report(&caller, "chatTransfer", "&group=department");
    let moved = sum(&by_day("chatTransfer"), "departmentTransferredChats");
    assert!(moved > 0.0);
    same(sum(&transfers, "departmentTransferredInChats"), moved, "in");
    same(
        sum(&transfers, "departmentTransferredOutChats"),
        moved,
        "out",
    );
    // Means.
    let efficiency = report(&caller, "efficiency", "&group=month");
    let performance = report(&caller, "agentPerformance", "&group=month");
    for (efficiency, performance) in items(&efficiency).iter().zip(items(&performance)) {
        for metric in ["avgChatTime", "avgWaitTime", "lastMessageSentByAgent"] {
            assert_eq!(efficiency[metric], performance[metric], "{metric}");
        }
    }
    let used = sum(&report(&caller, "cannedMessage", ""), "usedTimes");
    let span = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T00:00:00";
    let used_in_may = sum(
        &caller.get(&format!("reports/cannedMessage?{span}")).ok(),
        "usedTimes",
    );
    assert!(used > used_in_may && used_in_may > 0.0);
    let may = caller
        .get(&format!("reports/efficiency?{span}&group=month"))
        .ok();
    let chats_in_may = caller
        .get(&format!("reports/chatVolume?{span}&group=month"))
        .ok();
    let mean = used_in_may / sum(&chats_in_may, "chats");
    same(sum(&may, "avgCannedMessages"), mean, "canned messages");
}

#[tokio::test]
async fn means_and_transcripts_are_of_the_listed_chats() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let chats = all(
        &caller,
        "chats?date_from=2024-05-01&date_to=2024-05-13",
        "chats",
    );
    let span = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T00:00:00&group=month";
    let efficiency = caller.get(&format!("reports/efficiency?{span}")).ok()[0].clone();
    let count = f64::from(u32::try_from(chats.len()).expect("a few"));
    let metric = |name: &str| efficiency[name].as_f64().expect("a number");
    let waits = chats.iter().map(|chat| {
        let text = chat["waiting_time"].as_str().expect("a text");
        text.strip_suffix('s')
            .and_then(|text| text.parse::<f64>().ok())
            .expect("seconds")
    });
    same(metric("avgWaitTime"), waits.sum::<f64>() / count, "waiting");
    let (mut by_agent, mut by_visitor, mut last_by_agent) = (0.0, 0.0, 0.0);
    for chat in &chats {
        let visitor = format!("] {}: ", chat["name"].as_str().expect("a name"));
        let lines: Vec<&str> = chat["chat_transcript"]
            .as_str()
            .expect("a text")
            .lines()
            .collect();
        let of_visitor = lines.iter().filter(|line| line.contains(&visitor)).count();
        by_visitor += f64::from(u32::try_from(of_visitor).expect("a few"));
        by_agent += f64::from(u32::try_from(lines.len() - of_visitor).expect("a few"));
        let last_is_visitors = lines.last().expect("a line").contains(&visitor);
        last_by_agent += f64::from(u8::from(!last_is_visitors));
    }
    same(
        metric("avgAgentsChatMessages"),
        by_agent / count,
        "agents' messages",
    );
    same(
        metric("avgVisitorsChatMessages"),
        by_visitor / count,
        "visitors' messages",
    );
    same(
        metric("lastMessageSentByAgent"),
        last_by_agent,
        "last messages",
    );
    let wrapped_up = chats
        .iter()
        .filter(|chat| chat["wrap_up"].is_object())
        .count();
    let completion = caller
        .get(&format!("reports/wrapup/completion?{span}"))
        .ok();
    assert_eq!(
        completion[0]["wrapups"].as_u64(),
        u64::try_from(wrapped_up).ok()
    );
}

#[tokio::test]
async fn surveys_count_what_the_chats_show() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let chats = all(&caller, &format!("chats?{DAYS}"), "chats");
    let holds = |chat: &Value, fields: &Value, name: &str, value: &str| {
        items(fields)
            .iter()
            .any(|field| field["name"] == name && field["value"] == value)
            && chat["id"].is_string()
    };
    let surveys = report(&caller, "prechatSurvey", "");
    let field = |survey: &Value, id: u64| {
        let mut fields = items(&survey["fields"]).iter();
        fields
            .find(|field| field["fieldId"] == id)
            .cloned()
            .expect("a field")
    };
    let customer = field(&surveys[0], 206);
    for option in items(&customer["options"]) {
        let value = option["name"].as_str().expect("a name");
        let expected = chats
            .iter()
            .filter(|chat| holds(chat, &chat["custom_fields"], "Are you a customer?", value))
            .count();
        assert!(expected > 0);
        assert_eq!(
            option["count"].as_u64(),
            u64::try_from(expected).ok(),
            "{value}"
        );
    }
    let product = field(&surveys[0], 204);
    for option in items(&product["options"]) {
        let expected = chats
            .iter()
            .filter(|chat| chat["product_service"] == option["name"]);
        assert_eq!(
            option["count"].as_u64(),
            u64::try_from(expected.count()).ok()
        );
    }
    // The category of the wrap-up is in groups in one campaign, in options in the other.
    let surveys = report(&caller, "wrapup/survey", "");
    let category = field(&surveys[0], 241);
    assert!(category.get("options").is_none());
    for group in items(&category["groups"]) {
        for option in items(&group["options"]) {
            let [group, option_name] = [&group["name"], &option["name"]].map(|name| name.as_str());
            let text = format!(
                "{}: {}",
                group.expect("a name"),
                option_name.expect("a name")
            );
            let expected = chats
                .iter()
                .filter(|chat| chat["wrap_up"]["category"] == text)
                .count();
            assert!(expected > 0, "{text}");
            assert_eq!(
                option["count"].as_u64(),
                u64::try_from(expected).ok(),
                "{text}"
            );
        }
    }
    let category = field(&surveys[1], 251);
    assert!(category.get("groups").is_none() && category["options"].is_array());
    // The ratings of the post-chat forms are those of the rating report.
    let surveys = report(&caller, "postChatSurvey", "");
    let rating = [field(&surveys[0], 221), field(&surveys[1], 231)];
    let report = report(&caller, "rating", "&group=month");
    for (index, score) in (1..=5).rev().enumerate() {
        let counts = rating
            .each_ref()
            .map(|field| field["options"][index]["count"].as_f64());
        let both = counts[0].expect("a count") + counts[1].expect("a count");
        same(both, sum(&report, &format!("score{score}")), "a score");
    }
}
