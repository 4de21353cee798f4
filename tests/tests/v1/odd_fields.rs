//! One odd field never fails a page: what cannot be read has its unknown form or is absent.

use comm100::v1::{ChatPage, WaitingTime, WireTime};
use serde_json::{Value, json};

fn page(field: &str, value: Value) -> ChatPage {
    let mut odd = json!({
        "id": "c1", "name": "Ann", "start_time": "/Date(1358453897000)/",
        "end_time": "/Date(1358453898000)/", "waiting_time": "10s", "rating": "5",
    });
    odd[field] = value;
    let body = json!({ "chats": [odd, { "id": "c2" }], "pages": 1, "total": 2 });
    serde_json::from_str(&body.to_string()).unwrap_or_else(|error| panic!("{body}: {error}"))
}

#[test]
fn odd_fields_of_chats() {
    let chats = page("waiting_time", json!(-1)).chats;
    assert_eq!(chats[0].waiting_time, WaitingTime::Other("-1".into()));
    for rating in [
        json!("N/A"),
        json!("4.5"),
        json!(""),
        json!(4.5),
        json!([5]),
    ] {
        assert_eq!(page("rating", rating).chats[0].rating, None);
    }
    assert_eq!(page("attachment", json!("")).chats[0].attachment, []);
    assert_eq!(page("name", json!(["Ann", "Bob"])).chats[0].name, "");
    let fields = json!([{ "id": 7, "name": "Plan", "value": ["a", "b"] }]);
    let field = &page("custom_fields", fields).chats[0].custom_fields[0];
    assert_eq!((field.id.0, &*field.name, &*field.value), (7, "Plan", ""));
    for end in [Value::Null, json!(""), json!("soon"), json!([])] {
        let chats = page("end_time", end).chats;
        assert_eq!(chats[0].end_time, WireTime::UNKNOWN);
        assert_eq!(chats[0].end_time.checked_timestamp(), None);
        assert_eq!(chats[0].name, "Ann");
        assert_eq!(chats.len(), 2);
    }
    assert_eq!(page("id", Value::Null).chats[0].id.as_str(), "");
}

#[test]
fn keys_and_words_are_read_in_any_letter_case() {
    let body = r#"{"CHATS":[{"Id":"c","NAME":"Ann"}],"Pages":1}"#;
    let page: ChatPage = serde_json::from_str(body).unwrap();
    assert_eq!(page.chats[0].name, "Ann");
    let site: comm100::v1::SiteStatus = serde_json::from_str(r#"{"status":"OnLine"}"#).unwrap();
    assert_eq!(site.status, comm100::v1::SiteState::Online);
}

#[test]
fn an_unreadable_page_count_is_an_error() {
    for pages in ["null", "\"many\"", "[]"] {
        let body = format!(r#"{{"chats":[],"pages":{pages}}}"#);
        let error = serde_json::from_str::<ChatPage>(&body).unwrap_err();
        assert!(
            error.to_string().starts_with("missing field `pages`"),
            "{error}"
        );
    }
}
