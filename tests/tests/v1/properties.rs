//! Whatever arrives: the types never panic, and keep what they do not know.

use comm100::v1::*;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Number, Value};

use crate::samples::{Sample, samples};

/// Names of some models' fields, and some that no model has.
fn names() -> Vec<String> {
    let mut names: Vec<String> = samples()
        .iter()
        .flat_map(|sample| sample.json.as_object().into_iter().flat_map(Map::keys))
        .cloned()
        .collect();
    names.extend(["field_id", "avgChats", "avgMmaxQueueSize", "nameless", ""].map(str::to_owned));
    names.sort_unstable();
    names.dedup();
    names
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-3_i64..13).prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        "\\PC{0,12}".prop_map(Value::from),
        "-?[0-9]{1,20}".prop_map(Value::from),
        "/Date\\(-?[0-9]{0,20}([+-][0-9]{0,4})?\\)/".prop_map(Value::from),
        select(vec![
            "true",
            "False",
            "10s",
            "24:00",
            "Sun. 00:00",
            "2013-01-17T00:00:00",
            "a,b"
        ])
        .prop_map(Value::from),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 48, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::Array),
            btree_map(select(names()), inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// A sample with some of its values, at any depth, replaced by others.
fn mutated() -> impl Strategy<Value = (usize, Value)> {
    let count = samples().len();
    (0..count, vec((any::<u32>(), any_json()), 1..4)).prop_map(|(index, changes)| {
        let mut json = samples().swap_remove(index).json;
        for (place, value) in changes {
            let mut places = 0;
            count_places(&json, &mut places);
            let mut place = place as usize % places;
            replace(&mut json, &mut place, value);
        }
        (index, json)
    })
}

fn count_places(json: &Value, count: &mut usize) {
    *count += 1;
    match json {
        Value::Array(list) => list.iter().for_each(|value| count_places(value, count)),
        Value::Object(fields) => fields.values().for_each(|value| count_places(value, count)),
        _ => {}
    }
}

fn replace(json: &mut Value, place: &mut usize, new: Value) -> Option<Value> {
    if *place == 0 {
        *json = new;
        return None;
    }
    *place -= 1;
    let mut new = Some(new);
    match json {
        Value::Array(list) => {
            for value in list {
                new = replace(value, place, new?);
            }
        }
        Value::Object(fields) => {
            for value in fields.values_mut() {
                new = replace(value, place, new?);
            }
        }
        _ => {}
    }
    new
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// `rewrite` also asserts that what was read is the same when written and read again.
    #[test]
    fn any_json_is_read_or_refused(json in any_json()) {
        let body = json.to_string();
        for sample in samples() {
            let _ = (sample.rewrite)(&body);
        }
    }

    #[test]
    fn a_changed_body_is_read_or_refused((index, json) in mutated()) {
        let Sample { rewrite, .. } = samples().swap_remove(index);
        let _ = rewrite(&json.to_string());
    }

    #[test]
    fn any_value_of_an_enum_survives(code: i64, word in "\\PC{0,12}") {
        for (name, status) in [("Agent", "status"), ("Department", "status"), ("Visitor", "status")] {
            let written = rewritten(name, status, Value::from(code));
            prop_assert_eq!(&written[status], &Value::from(code));
        }
        let words = [("SiteStatus", "status"), ("FormField", "type"), ("PostChatForm", "fieldLayoutStyle")];
        for (name, field) in words {
            let written = rewritten(name, field, Value::from(&*word));
            prop_assert_eq!(&written[field], &Value::from(&*word));
        }
    }

    #[test]
    fn any_unknown_key_of_a_row_survives(name in "[a-z]{1,8}Id", value: u32) {
        let known = ["agentId", "departmentId", "campaignId", "visitorSegmentId", "autoInvitationId"];
        prop_assume!(!known.contains(&&*name));
        let body = format!(r#"{{"{name}":{value},"conversions":1}}"#);
        let row: ReportRow<ConversionsMetrics> = serde_json::from_str(&body).expect("a row");
        prop_assert_eq!(row.key, RowKey::Other([(name, value.to_string())].into()));
    }

    #[test]
    fn any_operators_are_listed(names in vec("[a-zA-Z]([a-zA-Z ]{0,8}[a-zA-Z])?", 0..5)) {
        let body = Value::from(names.join(",")).to_string();
        let chat = format!(
            r#"{{"id":"c","start_time":"/Date(1)/","end_time":"/Date(1)/","operators":{body}}}"#
        );
        let chat: Chat = serde_json::from_str(&chat).expect("a chat");
        let read: Vec<_> = chat.operators.into_iter().map(|one| one.display_name).collect();
        prop_assert_eq!(read, names);
    }
}

fn rewritten(model: &str, field: &str, value: Value) -> Value {
    let sample = samples()
        .into_iter()
        .find(|sample| sample.model == model)
        .expect("a sample");
    let mut json = sample.json;
    json[field] = value;
    (sample.rewrite)(&json.to_string()).expect(model)
}
