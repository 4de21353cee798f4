//! Names of schemas: OpenAPI allows ASCII letters, digits, `.`, `-` and `_`, and Rust's types may have others.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

const SCHEMAS: &str = "#/components/schemas/";

/// Renames the schemas whose names are not allowed, and the references to them.
pub(super) fn allow(document: &mut Value) {
    let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") else {
        return;
    };
    let mut renamed = BTreeMap::new();
    for name in schemas.keys().filter(|name| !is_allowed(name)) {
        let is_taken = |new: &str| {
            schemas.contains_key(new) || renamed.values().any(|known: &String| known == new)
        };
        let plain = name.replace(|letter| !is_allowed_letter(letter), "_");
        let mut new = plain.clone();
        let mut number = 1;
        while is_taken(&new) {
            number += 1;
            new = format!("{plain}_{number}");
        }
        renamed.insert(name.clone(), new);
    }
    if renamed.is_empty() {
        return;
    }
    *schemas = std::mem::take(schemas)
        .into_iter()
        .map(|(name, schema)| (renamed.get(&name).cloned().unwrap_or(name), schema))
        .collect::<Map<_, _>>();
    refer(document, &renamed);
}

fn is_allowed(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_allowed_letter)
}

fn is_allowed_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_')
}

/// Changes the references. They contain names as JSON pointers do, percent-encoded.
fn refer(value: &mut Value, renamed: &BTreeMap<String, String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, renamed)),
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), &mut *value) {
                    ("$ref", Value::String(reference)) => {
                        if let Some(new) = changed(reference, renamed) {
                            *reference = new;
                        }
                    }
                    // Data of the user's.
                    ("const" | "default" | "enum" | "example" | "examples", _) => {}
                    _ => refer(value, renamed),
                }
            }
        }
        _ => {}
    }
}

fn changed(reference: &str, renamed: &BTreeMap<String, String>) -> Option<String> {
    let rest = reference.strip_prefix(SCHEMAS)?;
    let (name, inside) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let name = percent_decode_str(name).decode_utf8().ok()?;
    let name = name.replace("~1", "/").replace("~0", "~");
    Some(format!("{SCHEMAS}{}{inside}", renamed.get(&name)?))
}
