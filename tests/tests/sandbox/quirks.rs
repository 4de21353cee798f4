//! The odd forms, one by one: the same request with and without a quirk.

use comm100::sandbox::{Quirk, Quirks};
use serde_json::{Value, json};

use crate::raw::{Answer, Caller, admin, at_noon, items};

const DAYS: &str = "date_from=2024-05-01&date_to=2024-05-14";
const PERIOD: &str = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T00:00:00";

async fn ask(quirks: impl Into<Quirks>, path: &str) -> Answer {
    let sandbox = at_noon().quirks(quirks).start().await.expect("a sandbox");
    admin(&sandbox).get(path)
}

/// The first value at a JSON pointer in an item of a list.
fn first<'a>(list: &'a Value, pointer: &str) -> &'a Value {
    let mut found = items(list).iter().filter_map(|item| item.pointer(pointer));
    found
        .find(|value| !value.is_null())
        .unwrap_or_else(|| panic!("{pointer} in {list}"))
}

#[tokio::test]
async fn agents() {
    let path = "operators/admin@example.com";
    let plain = ask(Quirks::none(), path).await.ok();
    assert_eq!(
        (&plain["is_admin"], &plain["is_active"]),
        (&json!(true), &json!(true))
    );
    let odd = ask(Quirk::StringBooleans, path).await.ok();
    assert_eq!(
        (&odd["is_admin"], &odd["is_active"]),
        (&json!("true"), &json!("true"))
    );
    let odd = ask(Quirk::SwappedAgentNames, path).await.ok();
    assert_eq!(
        (&odd["name"], odd.get("display_name")),
        (&plain["display_name"], None)
    );
    let odd = ask(Quirk::SwappedAgentNames, "operators").await.ok();
    assert_eq!(odd[0]["display_name"], "Ada");
    assert_eq!(ask(Quirk::UnknownValues, path).await.ok()["status"], 99);
}

#[tokio::test]
async fn chats() {
    let path = format!("chats?{DAYS}");
    let plain = ask(Quirks::none(), &path).await.ok()["chats"].clone();
    let file = first(&plain, "/attachment/0");
    assert!(file["name"].is_string() && file["uri"].is_string());
    let odd = ask(Quirk::SingleAttachments, &path).await.ok()["chats"].clone();
    assert_eq!(first(&odd, "/attachment"), file);
    let id = first(&plain, "/custom_fields/0/id");
    let odd = ask(Quirk::FieldIds, &path).await.ok()["chats"].clone();
    assert_eq!(first(&odd, "/custom_fields/0/field_id"), id);
    let odd = ask(Quirk::OperatorObjects, &path).await.ok()["chats"].clone();
    for (plain, odd) in items(&plain).iter().zip(items(&odd)) {
        let names = items(&odd["operators"]).iter();
        let names: Vec<&str> = names
            .filter_map(|agent| agent["display_name"].as_str())
            .collect();
        assert_eq!(plain["operators"], names.join(","));
        assert!(odd["operators"][0]["id"].is_u64() && odd["operators"][0]["email"].is_string());
    }
    let odd = ask(Quirk::NumericRatings, &path).await.ok()["chats"].clone();
    assert_eq!(plain[0]["rating"], odd[0]["rating"].to_string());
    let start = plain[0]["start_time"].as_str().expect("a date");
    let odd = ask(Quirk::SecondDates, &path).await.ok()["chats"].clone();
    assert_eq!(odd[0]["start_time"], start.replace("000)/", ")/"));
    let odd = ask(Quirk::OffsetDates, &path).await.ok()["chats"].clone();
    assert_eq!(odd[0]["start_time"], start.replace(")/", "+0800)/"));
}

#[tokio::test]
async fn forms_messages_and_visitors() {
    let path = "campaigns/21/agentWrapup";
    let plain = ask(Quirks::none(), path).await.ok();
    assert_eq!(ask(Quirk::BareWrapUpForm, path).await.ok(), plain["fields"]);
    assert!(first(&plain["fields"], "/categories/0/options/0").is_string());
    let path = "campaigns/21/offlineMessage";
    let plain = ask(Quirks::none(), path).await.ok();
    assert!(plain["isUseCustomOfflinePage"].is_boolean() && plain.get("isEnable").is_none());
    let odd = ask(Quirk::SampleOfflineMessageForm, path).await.ok();
    assert!(odd["isEnable"].is_boolean() && odd.get("isUseCustomOfflinePage").is_none());
    let odd = ask(Quirk::UnknownValues, path).await.ok();
    assert_eq!(odd["fields"][0]["type"], "signature");
    let list = ask(Quirks::none(), &format!("offline_messages?{DAYS}"))
        .await
        .ok();
    let message = &list["offline_messages"][0];
    let path = format!(
        "offline_messages/{}",
        message["id"].as_str().expect("an id")
    );
    assert_eq!(ask(Quirks::none(), &path).await.ok(), *message);
    let odd = ask(Quirk::OfflineMessageInPage, &path).await.ok();
    assert_eq!((&odd["pages"], &odd["total"]), (&json!(1), &json!(2)));
    assert_ne!(odd["offline_messages"][0]["id"], message["id"]);
    assert_eq!(odd["offline_messages"][1], *message);
    let plain = ask(Quirks::none(), "visitors").await.ok();
    let odd = ask(Quirk::TitledLandingPages, "visitors").await.ok();
    let (plain, odd) = (first(&plain, "/landing_page"), first(&odd, "/landing_page"));
    let (plain, odd) = (
        plain.as_str().expect("a URL"),
        odd.as_str().expect("title and URL"),
    );
    assert!(
        odd.len() > plain.len() && odd.ends_with(&format!(" {plain}")),
        "{odd}"
    );
    assert_eq!(
        ask(Quirk::UnknownValues, "site_status").await.ok()["status"],
        "maintenance"
    );
}

#[tokio::test]
async fn reports() {
    let both = async |quirk: Quirk, path: &str| {
        [
            ask(Quirks::none(), path).await.ok()[0].clone(),
            ask(quirk, path).await.ok()[0].clone(),
        ]
    };
    let path = format!("reports/visits?{PERIOD}&group=halfHourDistribution");
    let [plain, odd] = both(Quirk::PlainVisits, &path).await;
    assert_eq!(
        (&plain["avgVisits"], plain.get("visits")),
        (&odd["visits"], None)
    );
    let path = format!("reports/queue?{PERIOD}&group=24*7Distribution");
    let [plain, odd] = both(Quirk::CorrectSpelling, &path).await;
    assert!(plain["avgMmaxQueueSize"].is_number());
    assert_eq!(plain["avgMmaxQueueSize"], odd["avgMaxQueueSize"]);
    let path = format!("reports/chatSource?{PERIOD}&group=month");
    let [plain, odd] = both(Quirk::CorrectSpelling, &path).await;
    assert!(plain["chatsInitialtedByVisitors"].is_number());
    assert_eq!(
        plain["chatsInitialtedByVisitors"],
        odd["chatsInitiatedByVisitors"]
    );
    let path = format!("reports/rating?{PERIOD}&group=agent");
    let [plain, odd] = both(Quirk::RatingRowsByTime, &path).await;
    assert_eq!((plain.get("time"), odd.get("agentId")), (None, None));
    assert_eq!(odd["time"]["to"], "2024-05-14T00:00:00");
    assert_eq!(plain["score5"], odd["score5"]);
    let path = format!("reports/conversions?{PERIOD}&group=conversionAction");
    let [plain, odd] = both(Quirk::ConversionRowsWithoutKey, &path).await;
    assert_eq!(
        (&plain["conversionActionId"], odd.get("conversionActionId")),
        (&json!(51), None)
    );
    let path = format!("reports/agentStatus?{PERIOD}");
    let [plain, odd] = both(Quirk::StatusLogNames, &path).await;
    assert_eq!(
        plain["changeLogs"][0]["status"],
        odd["changeLogs"][0]["name"]
    );
    assert!(plain["changeLogs"][0]["status"].is_string());
    let [plain, odd] = both(Quirk::UuidQueueVisitors, "reports/realtime/queue").await;
    assert!(plain["queue"][0]["visitorId"].is_u64());
    assert_eq!(
        odd["queue"][0]["visitorId"].as_str().map(str::len),
        Some(36)
    );
}

#[tokio::test]
async fn bodies() {
    let path = format!("chats?{DAYS}");
    let odd = ask(Quirk::NullLists, &path).await.ok();
    assert!(
        items(&odd["chats"])
            .iter()
            .any(|chat| chat["custom_fields"].is_null())
    );
    let plain = ask(Quirks::none(), &path).await.ok();
    assert!(
        items(&plain["chats"])
            .iter()
            .all(|chat| chat["custom_fields"].is_array())
    );
    assert!(
        items(&plain["chats"])
            .iter()
            .all(|chat| chat.get("wrap_up").is_some())
    );
    let odd = ask(Quirk::AbsentNulls, &path).await.ok();
    assert!(
        items(&odd["chats"])
            .iter()
            .any(|chat| chat.get("wrap_up").is_none())
    );
    let odd = ask(Quirk::UnknownFields, &path).await.ok();
    assert!(odd["undocumented"].is_string() && odd["chats"][0]["undocumented"].is_string());
    let odd = ask(Quirk::ByteOrderMark, "departments").await;
    assert_eq!(&odd.body[..4], b"\xEF\xBB\xBF[");
}

#[tokio::test]
async fn errors() {
    let message = "Parameter 'id' must be an integer.";
    for (quirks, expected) in [
        (
            Quirks::none(),
            json!({ "code": 400_000, "message": message }).to_string(),
        ),
        (
            Quirk::UnquotedErrorKeys.into(),
            format!("{{ code: 400000, message: \"{message}\" }}"),
        ),
        (
            Quirk::StringErrorCodes.into(),
            json!({ "code": "400000", "message": message }).to_string(),
        ),
        (
            Quirk::LongErrorNames.into(),
            json!({ "error_code": 400_000, "error_message": message }).to_string(),
        ),
        (
            Quirks::from(Quirk::LongErrorNames).with(Quirk::StringErrorCodes),
            json!({ "error_code": "400000", "error_message": message }).to_string(),
        ),
    ] {
        let answer = ask(quirks, "departments/x").await;
        assert_eq!((answer.status, answer.text()), (400, expected.as_str()));
    }
}

#[test]
fn sets() {
    assert_eq!(Quirks::default(), Quirks::none());
    for quirk in Quirk::ALL {
        assert!(!Quirks::none().has(*quirk));
        assert!(Quirks::all().has(*quirk));
        let without = Quirks::all().without(*quirk);
        let others = Quirk::ALL.iter().filter(|other| *other != quirk);
        assert_eq!(without, others.copied().collect());
        assert_eq!(without.with(*quirk), Quirks::all());
    }
}

/// All at once, every list still is one, and what is single is an object.
#[tokio::test]
async fn all_together() {
    let sandbox = at_noon()
        .quirks(Quirks::all())
        .start()
        .await
        .expect("a sandbox");
    let caller: Caller = admin(&sandbox);
    for path in [
        "departments",
        "operators",
        "visitors",
        "reports/realtime/queue",
    ] {
        let answer = caller.get(path);
        let text = answer.text().trim_start_matches('\u{feff}');
        let list: Value = serde_json::from_str(text).expect("JSON");
        assert!(
            items(&list)
                .iter()
                .all(|item| item["undocumented"].is_string()),
            "{path}"
        );
    }
}
