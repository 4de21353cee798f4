//! Values that a test's output must not show, recognized by their names.

use serde_json::Value;

/// The text in place of a secret.
const HIDDEN: &str = "[redacted]";

/// Returns true for names such as `password`, `refresh_token` and `X-Api-Key`.
fn is_secret(name: &str) -> bool {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    [
        "apikey",
        "authorization",
        "cookie",
        "credential",
        "passphrase",
        "password",
        "secret",
        "token",
    ]
    .iter()
    .any(|word| plain.contains(word))
}

/// Returns the value, or what is shown in its place.
pub(super) fn text<'a>(name: &str, value: &'a str) -> &'a str {
    if is_secret(name) { HIDDEN } else { value }
}

/// Returns bytes for a report: a short text, or the length.
pub(super) fn bytes(name: &str, value: &[u8]) -> String {
    match std::str::from_utf8(value) {
        Ok(short) if short.len() <= 200 => format!("{:?}", text(name, short)),
        _ => format!("{} bytes", value.len()),
    }
}

/// Returns the value with all members hidden that are secrets.
pub(super) fn json(name: &str, value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        _ if is_secret(name) => Value::from(HIDDEN),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|(key, value)| (key.clone(), json(key, value)))
                .collect(),
        ),
        Value::Array(items) => items.iter().map(|item| json("", item)).collect(),
        other => other.clone(),
    }
}
