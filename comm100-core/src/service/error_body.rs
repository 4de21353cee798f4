//! The forms in which the service writes an error.

use serde_json::{Map, Value};

use super::surrogates::without_lone_surrogates;

/// The tolerant parser and plain text are for short bodies; its work is bounded by this.
const TOLERANT_CAP: usize = 4 * 1024;

/// The tolerant parser recurses, so a body that nests deeper is not passed to it.
const TOLERANT_DEPTH: usize = 16;

/// Errors within errors deeper than this are not read.
const DEPTH: usize = 4;

/// The members that hold a code, a message and a name, in this order. Letter case and `_` do not count.
const CODES: [&str; 2] = ["code", "errorcode"];
const MESSAGES: [&str; 5] = [
    "message",
    "errormessage",
    "errordescription",
    "detail",
    "title",
];
const ERROR: &str = "error";

/// The error that a body describes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ErrorBody {
    pub(crate) code: Option<i64>,
    pub(crate) name: Option<String>,
    pub(crate) message: Option<String>,
}

impl ErrorBody {
    /// Reads strict JSON, else the documented form with unquoted keys, else plain text, which may be a
    /// JSON string. Anything else (HTML, nothing, a part) leaves all fields empty.
    pub(crate) fn read(body: &[u8]) -> Self {
        let text = decode(body);
        let text = text.trim_start_matches('\u{feff}').trim();
        match parse(text) {
            Some(Value::Object(object)) => Self::from_object(&object, DEPTH),
            // ASP.NET writes a text as a JSON string if the request accepts JSON.
            Some(Value::String(text)) => Self::from_text(text.trim()),
            Some(_) => Self::default(),
            None => Self::from_text(text),
        }
    }

    fn from_text(text: &str) -> Self {
        Self {
            message: plain(text),
            ..Self::default()
        }
    }

    fn from_object(object: &Map<String, Value>, depth: usize) -> Self {
        let code = CODES.iter().find_map(|key| member(object, key, code));
        // An empty message is better than none, and any other one is better than that.
        let mut messages: Vec<_> = (MESSAGES.iter())
            .filter_map(|key| member(object, key, text))
            .collect();
        messages.sort_by_key(String::is_empty);
        let message = messages.into_iter().next();
        // The code may be a name, such as `EntityNotFound`.
        let code_name = || {
            CODES
                .iter()
                .find_map(|key| member(object, key, text))
                .filter(|name| !name.is_empty() && name.trim().parse::<i64>().is_err())
        };
        let mut body = Self {
            code,
            name: None,
            message,
        };
        match members(object, ERROR).find(|value| !value.is_null()) {
            Some(Value::Object(inner)) if depth > 0 => {
                let inner = Self::from_object(inner, depth - 1);
                body.code = body.code.or(inner.code);
                body.name = inner.name;
                body.message = body.message.or(inner.message);
            }
            Some(Value::String(error)) if error.contains(char::is_whitespace) => {
                body.message = body.message.or_else(|| Some(error.clone()));
            }
            Some(Value::String(error)) if !error.is_empty() => body.name = Some(error.clone()),
            Some(value) => body.code = body.code.or_else(|| self::code(value)),
            None => {}
        }
        body.name = body.name.or_else(code_name);
        body
    }
}

/// Decodes UTF-8, in which the bytes that are not are letters of Latin-1.
fn decode(body: &[u8]) -> String {
    let mut text = String::with_capacity(body.len());
    for chunk in body.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().copied().map(char::from));
    }
    text
}

fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&without_lone_surrogates(text)))
        .ok()
        .or_else(|| tolerant(text))
}

/// Parses JSON5, as the documented example is: `{ code: 400000, message: "..." }`.
fn tolerant(text: &str) -> Option<Value> {
    let is_flat = text.len() <= TOLERANT_CAP
        && text.starts_with('{')
        && text.matches(['{', '[']).count() <= TOLERANT_DEPTH;
    is_flat
        .then(|| json5::from_str(&without_lone_surrogates(text)).ok())
        .flatten()
}

/// Returns a message that is the whole body; not markup, and not broken JSON.
fn plain(text: &str) -> Option<String> {
    let is_text = !text.is_empty()
        && text.len() <= TOLERANT_CAP
        && !text.starts_with(['<', '{', '[', '"'])
        && text
            .chars()
            .all(|c| !c.is_control() || c.is_ascii_whitespace());
    is_text.then(|| text.to_owned())
}

/// Returns the first usable value of a member.
fn member<T>(object: &Map<String, Value>, key: &str, read: fn(&Value) -> Option<T>) -> Option<T> {
    members(object, key).find_map(read)
}

fn members<'a>(object: &'a Map<String, Value>, key: &str) -> impl Iterator<Item = &'a Value> {
    object
        .iter()
        .filter(move |(name, _)| is_key(name, key))
        .map(|(_, value)| value)
}

/// Compares without regard to letter case and `_`.
fn is_key(name: &str, key: &str) -> bool {
    name.bytes()
        .filter(|byte| *byte != b'_')
        .map(|byte| byte.to_ascii_lowercase())
        .eq(key.bytes())
}

fn code(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(whole)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// 400000.0 is 400000; beyond 2^53 a float is not an exact code.
fn whole(number: f64) -> Option<i64> {
    let is_exact = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
    is_exact.then_some(number as i64)
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}
