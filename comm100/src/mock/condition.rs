//! The conditions of a route, in addition to its method and path.

use serde_json::Value;

use super::request::MockRequest;

/// One thing that a request must have.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    Path(String, String),
    Query(String, String),
    Form(String, String),
    Header(String, String),
    Json(Value),
}

/// The expected value and the actual one.
pub(super) struct Difference {
    pub(super) place: String,
    pub(super) wanted: String,
    pub(super) found: Option<String>,
}

/// More differences of one body than these only hide the rest.
const SHOWN: usize = 12;

impl Condition {
    /// Empty if the request is as asked for.
    pub(super) fn differences(
        &self,
        request: &MockRequest,
        path_values: &[(String, String)],
    ) -> Vec<Difference> {
        match self {
            Self::Path(name, wanted) => one("path", name, wanted, path_values),
            Self::Query(name, wanted) => one("query", name, wanted, request.query_pairs()),
            Self::Form(name, wanted) => one("form", name, wanted, request.form_pairs()),
            Self::Header(name, wanted) => {
                let found = request.header(name);
                if found == Some(wanted) {
                    return Vec::new();
                }
                vec![Difference {
                    place: format!("header {name}"),
                    wanted: format!("{wanted:?}"),
                    found: found.map(|found| format!("{found:?}")),
                }]
            }
            Self::Json(wanted) => {
                let mut differences = Vec::new();
                match request.json_value() {
                    Some(found) => compare("", wanted, Some(&found), &mut differences),
                    None => compare("", wanted, None, &mut differences),
                }
                differences
            }
        }
    }
}

/// A key may be repeated: one of its values must be the wanted one.
fn one(place: &str, name: &str, wanted: &str, pairs: &[(String, String)]) -> Vec<Difference> {
    let mut values = pairs.iter().filter(|(key, _)| key == name).peekable();
    let found = values.peek().map(|(_, value)| format!("{value:?}"));
    if values.any(|(_, value)| value == wanted) {
        return Vec::new();
    }
    vec![Difference {
        place: format!("{place} {name}"),
        wanted: format!("{wanted:?}"),
        found,
    }]
}

/// Compares two bodies, naming places by JSON pointers.
fn compare(pointer: &str, wanted: &Value, found: Option<&Value>, into: &mut Vec<Difference>) {
    if into.len() >= SHOWN || found == Some(wanted) {
        return;
    }
    match (wanted, found) {
        (Value::Object(wanted), Some(Value::Object(found))) => {
            for (key, value) in wanted {
                compare(&format!("{pointer}/{key}"), value, found.get(key), into);
            }
            for (key, value) in found.iter().filter(|(key, _)| !wanted.contains_key(*key)) {
                into.push(Difference {
                    place: format!("json {pointer}/{key}"),
                    wanted: "nothing".into(),
                    found: Some(value.to_string()),
                });
            }
        }
        (Value::Array(wanted), Some(Value::Array(found))) if wanted.len() == found.len() => {
            for (index, (wanted, found)) in wanted.iter().zip(found).enumerate() {
                compare(&format!("{pointer}/{index}"), wanted, Some(found), into);
            }
        }
        _ => into.push(Difference {
            place: if pointer.is_empty() {
                "json".into()
            } else {
                format!("json {pointer}")
            },
            wanted: wanted.to_string(),
            found: found.map(Value::to_string),
        }),
    }
}
