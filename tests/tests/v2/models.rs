//! Every documented model is a type of its name, with all of its fields in every documented form.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::rewrite::{rewrite, try_rewrite};

/// The fields of each model with their types; see `catalogue/v2-models.toml`.
type Models = BTreeMap<String, BTreeMap<String, String>>;

fn models() -> Models {
    basic_toml::from_str(include_str!("../../catalogue/v2-models.toml")).expect("a catalogue")
}

/// Fields whose samples and tables differ, with the name that is written.
const WRITTEN: &[(&str, &str, &str)] = &[
    ("CannedMessage", "shortCuts", "shortcuts"),
    ("PartnerSite", "timeZone", "timezone"),
];

fn words(kind: &str) -> Vec<&str> {
    kind.split(" | ").collect()
}

/// An example of a type.
fn example(kind: &str, models: &Models) -> Value {
    let kind = kind.trim_end_matches('?');
    if let Some(element) = kind.strip_prefix('[') {
        return json!([example(element.trim_end_matches(']'), models)]);
    }
    match kind {
        "int" => json!(1),
        "number" => json!(1.5),
        "bool" => json!(true),
        "string" => json!("a b"),
        "uuid" => json!("5b3c3f1e-0d6c-4b5a-9d57-3d3e6f0f2c11"),
        "time" => json!("2019-03-04T05:06:07.891"),
        "american" => json!("03/25/2019 14:06:07"),
        "clock" => json!("00:00:03"),
        "digits" => json!("4"),
        kind if kind.contains(" | ") => json!(words(kind)[0]),
        model => object(model, models),
    }
}

/// A model with all of its fields.
fn object(model: &str, models: &Models) -> Value {
    let fields = models
        .get(model)
        .unwrap_or_else(|| panic!("no type `{model}`"));
    fields
        .iter()
        .map(|(name, kind)| (name.clone(), example(kind, models)))
        .collect::<Map<_, _>>()
        .into()
}

/// The JSON that is written for a value that was read: some fields are written with another name.
fn expected(model: &str, value: &Value, models: &Models) -> Value {
    let Value::Object(members) = value else {
        return value.clone();
    };
    let members = members.iter().map(|(name, value)| {
        let below = models[model][name].trim_matches(['[', ']', '?']);
        let value = match value {
            Value::Array(list) => list
                .iter()
                .map(|element| expected(below, element, models))
                .collect(),
            value => expected(below, value, models),
        };
        let written = WRITTEN
            .iter()
            .find(|(of, known, _)| (*of, *known) == (model, name));
        (
            written.map_or(name.as_str(), |known| known.2).to_owned(),
            value,
        )
    });
    members.collect::<Map<_, _>>().into()
}

/// Replaces the members' names and values.
fn change(value: &Value, edit: &impl Fn(&str, &Value) -> (String, Value)) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|element| change(element, edit)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| edit(name, &change(value, edit)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// Calls the check with each model that has all of its fields.
fn each(check: impl Fn(&str, &Value, &Value)) {
    let models = models();
    assert_eq!(models.len(), 133);
    for model in models.keys() {
        let full = object(model, &models);
        check(model, &full, &expected(model, &full, &models));
    }
}

/// Texts are compared without case: one enumeration is documented in two.
fn assert_same(model: &str, written: &Value, expected: &Value) {
    let lower = |_: &str, value: &Value| match value {
        Value::String(text) => Value::from(text.to_lowercase()),
        other => other.clone(),
    };
    let lower = |value| change(value, &|name, value| (name.to_owned(), lower(name, value)));
    assert_eq!(lower(written), lower(expected), "{model}");
}

#[test]
fn every_field_is_read_and_written_with_the_documented_name() {
    each(|model, full, expected| assert_same(model, &rewrite(model, full).json, expected));
}

#[test]
fn names_are_read_in_any_letter_case() {
    each(|model, full, expected| {
        for case in [str::to_lowercase, str::to_uppercase] {
            let cased = change(full, &|name, value| (case(name), value.clone()));
            assert_same(model, &rewrite(model, &cased).json, expected);
        }
    });
}

#[test]
fn numbers_and_booleans_are_read_from_texts() {
    each(|model, full, expected| {
        let texts = change(full, &|name, value| {
            let value = match value {
                Value::Number(_) | Value::Bool(_) => Value::from(value.to_string()),
                Value::Array(list) if list.iter().all(Value::is_number) => {
                    list.iter().map(ToString::to_string).collect()
                }
                other => other.clone(),
            };
            (name.to_owned(), value)
        });
        assert_same(model, &rewrite(model, &texts).json, expected);
    });
}

#[test]
fn null_is_read_like_absent() {
    let models = models();
    for (model, fields) in &models {
        let full = object(model, &models);
        for name in fields.keys() {
            let mut null = full.clone();
            null[name] = Value::Null;
            let mut absent = full.clone();
            absent.as_object_mut().expect("an object").remove(name);
            // A required key must be there.
            if let Ok(absent) = try_rewrite(model, &absent) {
                assert_eq!(rewrite(model, &null), absent, "{model}.{name}");
            }
        }
    }
}

/// Models that keep members that they do not know.
const KEEP_UNKNOWN: &[&str] = &["Permissions", "LiveChatPermissions", "AccountPermissions"];

fn with_unknown(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().map(with_unknown).collect(),
        Value::Object(members) => {
            let known = members
                .iter()
                .map(|(name, value)| (name.clone(), with_unknown(value)));
            let unknown = ("undocumented".to_owned(), json!({ "x": [1, "a", null] }));
            known.chain([unknown]).collect::<Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

#[test]
fn undocumented_members_change_nothing() {
    each(|model, full, _| {
        if !KEEP_UNKNOWN.contains(&model) {
            assert_eq!(rewrite(model, &with_unknown(full)), rewrite(model, full));
        }
    });
}

#[test]
fn every_word_is_known_in_any_letter_case() {
    let models = models();
    let mut known = 0;
    for (model, fields) in &models {
        for (name, kind) in fields.iter().filter(|(_, kind)| kind.contains(" | ")) {
            for word in words(kind.trim_end_matches('?')) {
                let of = |word: String| rewrite(model, &json!({ name: word, "id": 1 }));
                let read = of(word.to_owned());
                let unknown = format!("Other({word:?})");
                assert!(!read.shown.contains(&unknown), "{model}.{name}: {word}");
                let written = read.json[name].as_str().expect("a word");
                let kind = kind.to_lowercase();
                assert!(kind.contains(&written.to_lowercase()), "{written}");
                assert_eq!(read, of(word.to_lowercase()), "{model}.{name}");
                assert_eq!(read, of(word.to_uppercase()), "{model}.{name}");
                known += 1;
            }
            // Nothing is claimed of a word that is not there.
            let nothing = rewrite(model, &json!({ name: {}, "id": 1 })).json;
            let default = if name == "fieldLayout" {
                json!("vertical")
            } else {
                Value::Null
            };
            assert_eq!(
                nothing.get(name).unwrap_or(&Value::Null),
                &default,
                "{model}.{name}"
            );
        }
    }
    assert!(known > 150, "{known}");
}
