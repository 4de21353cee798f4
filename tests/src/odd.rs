//! Odd values in any place of a JSON body.

use serde_json::{Value, json};

/// Values that are not what any field is documented to have.
#[must_use]
pub fn values() -> Vec<Value> {
    let far = "9".repeat(400);
    vec![
        Value::Null,
        json!(""),
        json!("N/A"),
        json!("4.5"),
        json!(far),
        json!("/Date(x)/"),
        json!(-1),
        json!(4.5),
        json!(1e300),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(true),
        json!([]),
        json!([null, "a", 5, [], {}]),
        json!({}),
        json!({ "deeper": { "list": [1, { "x": null }] } }),
    ]
}

/// The places below a JSON value, as pointers.
#[must_use]
pub fn places(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(value, "", &mut found);
    found
}

fn collect(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut below = |key: String, value| {
        let place = format!("{at}/{key}");
        found.push(place.clone());
        collect(value, &place, found);
    };
    match value {
        Value::Array(list) => {
            for (index, element) in list.iter().enumerate() {
                below(index.to_string(), element);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                below(name.clone(), field);
            }
        }
        _ => {}
    }
}
