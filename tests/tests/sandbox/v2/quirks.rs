//! The odd forms of version 2, one by one: the same request with and without a quirk.

use comm100::sandbox::{Quirk, Quirks};
use serde_json::{Value, json};

use super::quirk_rows::{ROWS, Row, text};
use crate::raw::{Answer, at_noon};
use crate::tokens::{partner, with_token};

const DAYS: &str = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T12:00:00";

async fn ask(quirks: impl Into<Quirks>, path: &str) -> Answer {
    let sandbox = at_noon().quirks(quirks).start().await.expect("a sandbox");
    let caller = if path.starts_with("partner/") {
        partner(&sandbox)
    } else {
        with_token(&sandbox, "admin@example.com")
    };
    caller.get(&format!("/api/v2/{path}"))
}

/// The values at a path through the JSON; `*` stands for each element of a list.
fn found<'a>(value: &'a Value, path: &[&str], all: &mut Vec<&'a Value>) {
    match (path, value) {
        ([], value) => all.push(value),
        (["*", rest @ ..], Value::Array(items)) => {
            for item in items {
                found(item, rest, all);
            }
        }
        ([name, rest @ ..], Value::Object(members)) => {
            if let Some(member) = members.get(*name) {
                found(member, rest, all);
            }
        }
        _ => {}
    }
}

fn values(body: &Value, path: &str) -> Vec<Value> {
    let names: Vec<&str> = path.split('/').collect();
    let mut all = Vec::new();
    found(body, &names, &mut all);
    all.into_iter().cloned().collect()
}

#[tokio::test]
async fn each_changes_the_value_that_it_is_about() {
    for Row(quirk, path, plain_at, odd_at, change) in ROWS {
        let plain = ask(Quirks::none(), path).await.ok();
        let odd = ask(*quirk, path).await.ok();
        let expected: Vec<Value> = values(&plain, plain_at).iter().map(change).collect();
        assert!(!expected.is_empty(), "{quirk:?}: {plain_at} in {plain}");
        assert_eq!(values(&odd, odd_at), expected, "{quirk:?}: {path}");
        if plain_at != odd_at && !odd_at.starts_with(plain_at) {
            assert_eq!(
                values(&odd, plain_at),
                [] as [Value; 0],
                "{quirk:?}: {path}"
            );
        }
    }
}

#[tokio::test]
async fn texts_that_are_not_set_are_null() {
    let plain = ask(Quirks::none(), "account/site/profile").await.ok();
    let odd = ask(Quirk::NullTexts, "account/site/profile").await.ok();
    let mut nulls = 0;
    for (name, value) in plain.as_object().expect("an object") {
        if value == "" {
            nulls += 1;
            assert_eq!(odd[name], Value::Null, "{name}");
        } else {
            assert_eq!(odd[name], *value, "{name}");
        }
    }
    assert!(nulls > 0, "{plain}");
}

#[tokio::test]
async fn landing_pages_may_have_a_title() {
    let plain = ask(Quirks::none(), "livechat/visitors").await.ok();
    let odd = ask(Quirk::TitledLandingPages, "livechat/visitors")
        .await
        .ok();
    let [plain, odd] = [plain, odd].map(|body| values(&body, "*/landing_page"));
    assert!(!plain.is_empty());
    for (plain, odd) in plain.iter().zip(&odd) {
        let (plain, odd) = (plain.as_str().expect("a URL"), odd.as_str().expect("text"));
        let title = odd.strip_suffix(plain).expect("the URL last");
        assert!(title.len() > 1 && title.ends_with(' '), "{odd}");
    }
}

#[tokio::test]
async fn chats_and_messages() {
    let path = format!("livechat/chats?{DAYS}&pageSize=100");
    let plain = ask(Quirks::none(), &path).await.ok();
    let of = |body: &Value, at: &str| values(body, at);
    let authors = ["enumAgent", "enumVisitor", "enumSystem"];
    let types = of(&plain, "chats/*/chatTranscript/*/type");
    assert!(
        types
            .iter()
            .all(|word| authors.contains(&word.as_str().unwrap_or_default()))
    );
    let odd = ask(Quirk::BareAuthors, &path).await.ok();
    let expected: Vec<Value> = types
        .iter()
        .map(|word| match word.as_str() {
            Some("enumAgent") => json!("agent"),
            Some("enumVisitor") => json!("visitor"),
            _ => word.clone(),
        })
        .collect();
    assert_eq!(of(&odd, "chats/*/chatTranscript/*/type"), expected);
    let odd = ask(Quirk::OtherTimeFormat, &path).await.ok();
    let times = of(&odd, "chats/*/chatTranscript/*/time");
    let expected = of(&plain, "chats/*/chatTranscript/*/time");
    let expected = expected.iter().filter_map(Value::as_str).map(|time| {
        let [month, day, year] = [&time[..2], &time[3..5], &time[6..10]];
        json!(format!("{day}.{month}.{year} {}", &time[11..16]))
    });
    assert_eq!(times, expected.collect::<Vec<_>>());
    assert!(!times.is_empty());
    let odd = ask(Quirk::NumericRatings, &path).await.ok();
    let grades = of(&plain, "chats/*/postChat/ratingGrade");
    let numbers = of(&odd, "chats/*/postChat/ratingGrade");
    assert!(numbers.iter().all(Value::is_i64));
    let texts: Vec<Value> = numbers.iter().map(text).collect();
    assert_eq!(texts, grades);
    let odd = ask(Quirk::TimeFractions, &path).await.ok();
    for (plain, odd) in of(&plain, "chats/*/requestTime")
        .iter()
        .zip(of(&odd, "chats/*/requestTime"))
    {
        assert_eq!(odd, format!("{}.79", plain.as_str().expect("a time")));
    }
    let odd = ask(Quirk::WrapUpTexts, &path).await.ok();
    let categories = of(&plain, "chats/*/wrapup/category/*/category");
    let mut texts = of(&odd, "chats/*/wrapup/category");
    // Without a category, the list is empty.
    texts.retain(Value::is_string);
    assert!(!categories.is_empty());
    assert_eq!(texts, categories);
    let odd = ask(Quirk::TableSpellings, &path).await.ok();
    assert_eq!(
        of(&odd, "chats/*/agents/*/name"),
        of(&plain, "chats/*/agents/*/display_name")
    );

    let path = format!("livechat/offlineMessages?{DAYS}");
    let plain = ask(Quirks::none(), &path).await.ok();
    let odd = ask(Quirk::SingleAttachments, &path).await.ok();
    let files = of(&plain, "offlineMessages/*/attachment");
    let singles = of(&odd, "offlineMessages/*/attachment");
    assert!(files.iter().any(|files| !files[0].is_null()), "{files:?}");
    for (files, single) in files.iter().zip(singles) {
        let last = files.as_array().and_then(|files| files.last());
        assert_eq!(single, last.cloned().unwrap_or_else(|| json!([])));
    }
}

#[tokio::test]
async fn the_installation_code_has_four_forms() {
    let path = "livechat/campaigns/21/code";
    let plain = ask(Quirks::none(), path).await.ok();
    let code = plain["code"].as_str().expect("a code");
    assert!(code.contains('"') && code.contains('\n'), "{code}");
    assert_eq!(ask(Quirk::BareCode, path).await.ok(), code);
    let html = ask(Quirk::HtmlCode, path).await;
    assert_eq!((html.status, html.text()), (200, code));
    assert_eq!(
        html.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    let escaped = ask(Quirk::EscapedCode, path).await;
    assert_eq!(escaped.text(), code.replace('"', "\\\""));
}

#[tokio::test]
async fn removals_and_conversions_answer_in_two_ways() {
    for (quirks, removed, keys) in [
        (Quirks::none(), "", ["code", "message"]),
        (
            Quirks::none()
                .with(Quirk::Sentences)
                .with(Quirk::TableSpellings),
            "\"The request succeeded.\"",
            ["error_code", "error_message"],
        ),
    ] {
        let sandbox = at_noon().quirks(quirks).start().await.expect("a sandbox");
        let caller = with_token(&sandbox, "admin@example.com");
        let answer = caller.delete("/api/v2/livechat/bans/341");
        assert_eq!((answer.status, answer.text()), (200, removed));
        let body = json!({ "conversion_name": "Nothing" }).to_string();
        let body = Some(("application/json", body.as_str()));
        let answer = caller.send("POST", "/api/v2/livechat/conversionActions/achieved", body);
        let answer = answer.ok();
        let names: Vec<&String> = answer.as_object().expect("an object").keys().collect();
        assert_eq!(names, keys);
    }
}
