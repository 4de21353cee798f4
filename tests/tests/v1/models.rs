//! Every model is read whole and written again, whatever the order of its fields, and no odd field
//! fails it.

use comm100_tests::odd::{places, values};
use serde_json::{Map, Value, json};

use crate::samples::{Sample, samples};

/// Fields without which a response means nothing: they must be present and readable.
const STRICT: [&str; 2] = ["pages", "error_code"];

fn object(sample: &Sample) -> &Map<String, Value> {
    sample.json.as_object().expect("a model is an object")
}

fn rewrite(sample: &Sample, body: &Value) -> Result<Value, String> {
    (sample.rewrite)(&body.to_string())
}

#[test]
fn nothing_is_lost() {
    for sample in samples() {
        let written = rewrite(&sample, &sample.json);
        assert_eq!(written.as_ref(), Ok(&sample.json), "{}", sample.model);
    }
}

#[test]
fn unknown_fields_change_nothing() {
    let unknown = json!([
        "text", 5, 0.5, true, null, ["list"], { "deeper": { "deeper": [1, { "x": null }] } }
    ]);
    for sample in samples() {
        if sample.model.starts_with("ReportRow") {
            continue; // Rows keep them: see `rows`.
        }
        let mut body = Map::new();
        for (position, value) in unknown.as_array().expect("a list").iter().enumerate() {
            body.insert(format!("anUnknownField{position}"), value.clone());
        }
        body.extend(object(&sample).clone());
        let written = rewrite(&sample, &Value::Object(body));
        assert_eq!(written.as_ref(), Ok(&sample.json), "{}", sample.model);
    }
}

#[test]
fn absent_and_null_are_one_and_only_what_is_vital_is_missed() {
    for sample in samples() {
        for name in object(&sample).keys() {
            let mut absent = object(&sample).clone();
            absent.remove(name);
            let mut null = object(&sample).clone();
            null.insert(name.clone(), Value::Null);
            let absent = rewrite(&sample, &Value::Object(absent));
            let null = rewrite(&sample, &Value::Object(null));
            let what = format!("{}.{name}", sample.model);
            let missing = format!("missing field `{name}`");
            if sample.required.contains(&name.as_str()) {
                let error = absent.expect_err(&what);
                assert!(error.starts_with(&missing), "{what}: {error}");
                if STRICT.contains(&name.as_str()) {
                    let error = null.expect_err(&what);
                    assert!(error.starts_with(&missing), "{what}: {error}");
                } else {
                    null.unwrap_or_else(|error| panic!("{what}: {error}"));
                }
            } else {
                assert_eq!(absent, null, "{what}");
                let without = absent.unwrap_or_else(|error| panic!("{what}: {error}"));
                // Lists and texts are empty then, the rest is left out or a default.
                match &object(&sample)[name] {
                    Value::Array(_) => assert_eq!(without[name], json!([]), "{what}"),
                    Value::String(_) => assert!(
                        matches!(
                            without.get(name),
                            None | Some(Value::Null | Value::String(_))
                        ),
                        "{what}: {without}"
                    ),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn what_is_no_object_is_refused_with_a_word_on_what_is_expected() {
    for sample in samples() {
        for body in ["5", "\"text\"", "true", "null", "[5]"] {
            let error = (sample.rewrite)(body).expect_err(sample.model);
            assert!(error.contains("expected"), "{}: {error}", sample.model);
        }
    }
}

#[test]
fn empty_text_stays_empty() {
    for sample in samples() {
        for (name, value) in object(&sample) {
            // Ids, times and words are texts with their own format.
            let free =
                !name.ends_with("time") && !["from", "to", "rating"].contains(&name.as_str());
            if value.is_string() && free {
                let mut empty = object(&sample).clone();
                empty.insert(name.clone(), json!(""));
                let written = rewrite(&sample, &Value::Object(empty)).expect(sample.model);
                assert_eq!(written[name], json!(""), "{}.{name}", sample.model);
            }
        }
    }
}

/// Returns the response without the value at the place, and without those that the change may affect.
fn without(mut body: Value, place: &str) -> Value {
    let first = place.trim_start_matches('/').split('/').next();
    if let (Some(fields), Some(first)) = (body.as_object_mut(), first) {
        fields.remove(first);
    }
    body
}

#[test]
fn one_odd_field_never_fails_a_model_nor_changes_its_other_fields() {
    for sample in samples() {
        for place in places(&sample.json) {
            if STRICT.iter().any(|name| place == format!("/{name}")) {
                continue;
            }
            for odd in values() {
                let mut body = sample.json.clone();
                *body.pointer_mut(&place).expect("a place") = odd.clone();
                let what = format!("{} with {odd} at {place}", sample.model);
                let written = rewrite(&sample, &body).unwrap_or_else(|error| {
                    panic!("{what}: {error}");
                });
                if sample.model.starts_with("ReportRow") {
                    continue; // The key of a row depends on all its fields.
                }
                assert_eq!(
                    without(written, &place),
                    without(sample.json.clone(), &place),
                    "{what}"
                );
            }
        }
    }
}
