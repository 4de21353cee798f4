//! The conditions of a route, in addition to its method and path.

use bytes::Bytes;
use serde_json::Value;

use super::part::MockPart;
use super::redact;
use super::request::MockRequest;

/// A condition that a request must fulfil.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    Path(String, String),
    Query(String, String),
    Form(String, String),
    Header(String, String),
    Json(Value),
    /// A member of a JSON object.
    Field(String, Value),
    Part(String, String),
    Body(Bytes),
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
    /// Returns how the request differs from the condition; nothing if it meets it.
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
                    wanted: format!("{:?}", redact::text(name, wanted)),
                    found: found.map(|found| format!("{:?}", redact::text(name, found))),
                }]
            }
            Self::Json(wanted) => {
                let mut differences = Vec::new();
                let found = request.json_value();
                compare("", "", wanted, found.as_ref(), &mut differences);
                differences
            }
            Self::Field(name, wanted) => {
                let mut differences = Vec::new();
                let body = request.json_value();
                let found = body.as_ref().and_then(|body| body.get(name));
                compare(&format!("/{name}"), name, wanted, found, &mut differences);
                differences
            }
            Self::Part(name, wanted) => {
                let mut parts = request.parts().iter().filter(|part| part.name() == name);
                let found = parts.clone().next().map(MockPart::shown);
                if parts.any(|part| *part.content() == *wanted.as_bytes()) {
                    return Vec::new();
                }
                vec![Difference {
                    place: format!("part {name}"),
                    wanted: format!("{:?}", redact::text(name, wanted)),
                    found,
                }]
            }
            Self::Body(wanted) => {
                if request.body() == wanted {
                    return Vec::new();
                }
                vec![Difference {
                    place: "body".into(),
                    wanted: redact::bytes("", wanted),
                    found: Some(redact::bytes("", request.body())),
                }]
            }
        }
    }
}

/// Compares the values of a key. It may be repeated: one of its values must be the wanted one.
fn one(place: &str, name: &str, wanted: &str, pairs: &[(String, String)]) -> Vec<Difference> {
    let mut values = pairs.iter().filter(|(key, _)| key == name).peekable();
    let found = values.peek();
    let found = found.map(|(_, value)| format!("{:?}", redact::text(name, value)));
    if values.any(|(_, value)| value == wanted) {
        return Vec::new();
    }
    vec![Difference {
        place: format!("{place} {name}"),
        wanted: format!("{:?}", redact::text(name, wanted)),
        found,
    }]
}

/// Compares two values, naming places by JSON pointers; `name` is the member that has the values.
fn compare(
    pointer: &str,
    name: &str,
    wanted: &Value,
    found: Option<&Value>,
    into: &mut Vec<Difference>,
) {
    if into.len() >= SHOWN || found == Some(wanted) {
        return;
    }
    match (wanted, found) {
        (Value::Object(wanted), Some(Value::Object(found))) => {
            for (key, value) in wanted {
                let pointer = format!("{pointer}/{key}");
                compare(&pointer, key, value, found.get(key), into);
            }
            for (key, value) in found.iter().filter(|(key, _)| !wanted.contains_key(*key)) {
                into.push(Difference {
                    place: format!("json {pointer}/{key}"),
                    wanted: "nothing".into(),
                    found: Some(redact::json(key, value).to_string()),
                });
            }
        }
        (Value::Array(wanted), Some(Value::Array(found))) if wanted.len() == found.len() => {
            for (index, (wanted, found)) in wanted.iter().zip(found).enumerate() {
                let pointer = format!("{pointer}/{index}");
                compare(&pointer, name, wanted, Some(found), into);
            }
        }
        _ => into.push(Difference {
            place: if pointer.is_empty() {
                "json".into()
            } else {
                format!("json {pointer}")
            },
            wanted: redact::json(name, wanted).to_string(),
            found: found.map(|found| redact::json(name, found).to_string()),
        }),
    }
}
