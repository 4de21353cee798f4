//! The decoding of JSON, and the explanation of what is wrong with it.

use serde::de::DeserializeOwned;

use super::mistake::Mistake;
use super::track::find_mistake;
use crate::error::{Error, Result};
use crate::response::raw::RawResponse;
use crate::service::without_lone_surrogates;

/// The length of the start of a body in which the place of a mistake is searched, in bytes.
const MOST_DECODED_TWICE: usize = 1024 * 1024;

pub(super) fn json<T: DeserializeOwned>(raw: &RawResponse) -> Result<T> {
    // Validated once here, where `from_slice` would validate each string apart.
    let text = text(raw)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).or_else(|error| with_replaced_surrogates(raw, text, &error))
}

/// Decodes a text again with its lone surrogates replaced. A name that is cut within an emoji ends with one.
#[cold]
fn with_replaced_surrogates<T: DeserializeOwned>(
    raw: &RawResponse,
    text: &str,
    error: &serde_json::Error,
) -> Result<T> {
    let may_have_surrogates = error.is_syntax() && (text.contains("\\ud") || text.contains("\\uD"));
    if !may_have_surrogates {
        return Err(undecodable(raw, explain::<T>(text, error)));
    }
    let whole = without_lone_surrogates(text);
    serde_json::from_str(&whole).map_err(|error| undecodable(raw, explain::<T>(&whole, &error)))
}

/// Returns true if the body contains no JSON.
pub(super) fn is_empty(raw: &RawResponse) -> bool {
    without_byte_order_mark(raw.body.bytes())
        .trim_ascii()
        .is_empty()
}

/// Returns a body without the byte-order mark that may be at its start.
pub(crate) fn without_byte_order_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

pub(super) fn text(raw: &RawResponse) -> Result<&str> {
    std::str::from_utf8(raw.body.bytes()).map_err(|error| {
        let valid = error.valid_up_to();
        undecodable(
            raw,
            format!("cannot decode the response: it is not UTF-8 from byte {valid} on"),
        )
    })
}

fn undecodable(raw: &RawResponse, text: String) -> Error {
    Error::decode(text)
        .answered_with(raw.status)
        .with_body(raw.body.bytes().clone())
}

/// Describes what is wrong with a body, without quoting it.
fn explain<T: DeserializeOwned>(text: &str, error: &serde_json::Error) -> String {
    let start = text.trim_start();
    if start.is_empty() {
        return "cannot decode the response: it is empty, expected JSON; declare `Result<()>` if the endpoint returns nothing".into();
    }
    if start.starts_with('<') {
        return "cannot decode the response: it is HTML or XML, expected JSON; check the platform, this may be another server's page".into();
    }
    // Only a body that is known to be wrong is decoded with its places: tracking costs.
    let found = is_early(text, error)
        .then(|| find_mistake::<T>(text))
        .flatten();
    let (place, mistake) = match found {
        Some((place, mistake)) if place.is_empty() => (" at the root".to_owned(), mistake),
        Some((place, mistake)) => (format!(" at `{place}`"), mistake),
        None => {
            let mistake = match Mistake::of_json(error) {
                // The type has written the message, and may have quoted the value.
                Mistake::Broken(_) if error.is_data() => Mistake::Rejected,
                mistake => mistake,
            };
            (String::new(), mistake)
        }
    };
    let place = match mistake {
        Mistake::Broken(_) => "",
        _ => &place,
    };
    let (line, column) = (error.line(), error.column());
    format!(
        "cannot decode the response: {mistake}{place} (line {line}, column {column}); see `Error::body()`"
    )
}

/// Returns true if a second decode ends soon: it stops where the first one did.
fn is_early(text: &str, error: &serde_json::Error) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() <= MOST_DECODED_TWICE {
        return true;
    }
    let start = &bytes[..MOST_DECODED_TWICE];
    let lines = start.split(|byte| *byte == b'\n').count() - 1;
    // Line 0 means that there is no position.
    (1..=lines).contains(&error.line())
        || (error.line() == lines + 1 && error.column() < MOST_DECODED_TWICE)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum One {
        First,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Three {
        First,
        Second,
        Third,
    }

    #[derive(Debug, Deserialize)]
    enum Nothing {}

    fn explained<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
        explain::<T>(text, &serde_json::from_str::<T>(text).unwrap_err())
    }

    #[test]
    fn the_words_of_an_enum_are_listed() {
        for (text, expected) in [
            (explained::<One>("\"x\""), "expected `first` at the root"),
            (
                explained::<Three>("\"x\""),
                "expected `first`, `second` or `third` at the root",
            ),
            (explained::<Nothing>("\"x\""), "expected no value at all"),
        ] {
            assert!(text.contains(expected), "{text}");
        }
    }

    #[derive(Debug, Deserialize)]
    struct Ticket {
        #[serde(rename = "subject")]
        _subject: String,
    }

    #[test]
    fn the_place_of_a_mistake_is_named() {
        let text = explained::<Vec<Ticket>>(r#"[{ "subject": "a" }, { "subject": 1 }]"#);
        assert!(
            text.contains("expected a string at `[1].subject`"),
            "{text}"
        );
        let text = explained::<BTreeMap<String, u8>>(r#"{ "SECRET": "a" }"#);
        assert!(text.contains("expected u8 at `{key}`"), "{text}");
    }

    #[derive(Debug, Deserialize)]
    struct Visit {
        #[serde(rename = "from")]
        _from: std::net::IpAddr,
        #[serde(rename = "kind")]
        _kind: One,
        #[serde(rename = "count")]
        _count: u32,
    }

    #[test]
    fn the_second_decode_accepts_what_the_first_one_does() {
        for (kind, expected) in [
            ("\"first\"", "expected u32 at `count`"),
            ("{\"first\":null}", "expected u32 at `count`"),
            ("{\"first\":7}", "expected unit at `kind`"),
        ] {
            let text = format!(r#"{{"from":"127.0.0.1","kind":{kind},"count":"x"}}"#);
            let text = explained::<Visit>(&text);
            assert!(text.contains(expected), "{text}");
        }
    }

    #[test]
    fn a_body_that_is_not_json_is_described() {
        for (text, expected) in [
            ("", "it is empty"),
            (" \n", "it is empty"),
            ("<html>", "HTML or XML"),
            ("[1,", "the JSON ends early (line 1, column 3)"),
            ("[1 2]", "the JSON is broken: "),
            ("[1, \"SECRET\"]", "expected u32 at `[1]`"),
        ] {
            let text = explained::<Vec<u32>>(text);
            assert!(text.contains(expected), "{text}");
            assert!(!text.contains("SECRET"), "{text}");
        }
    }

    /// A type whose own error quotes the value.
    #[derive(Debug)]
    struct Digit;

    impl<'de> Deserialize<'de> for Digit {
        fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            match <&str>::deserialize(deserializer)? {
                "1" => Ok(Self),
                other => Err(serde::de::Error::custom(format!("{other} is no digit"))),
            }
        }
    }

    #[test]
    fn a_types_own_words_are_not_repeated() {
        for before in [0, MOST_DECODED_TWICE / 4 + 8] {
            let text = format!("[{}\"SECRET\"]", "\"1\",".repeat(before));
            let text = explained::<Vec<Digit>>(&text);
            assert!(text.contains("the type rejects the value"), "{text}");
            assert!(!text.contains("SECRET"), "{text}");
        }
    }

    /// A long list of numbers with one text in it; the place of the text is named if it is early.
    #[test]
    fn a_mistake_far_into_a_body_has_no_place() {
        let list = |before: usize, after: usize, line: &str| {
            format!(
                "[{}\"x\"{}]",
                format!("1,{line}").repeat(before),
                ",1".repeat(after)
            )
        };
        let half = MOST_DECODED_TWICE / 2;
        for (text, is_named) in [
            (list(3, half, ""), true),
            (list(half - 8, half, ""), true),
            (list(half + 8, half, ""), false),
            // The first line of many, the last whole one, and one that is too late.
            (list(0, half, "\n"), true),
            (list(MOST_DECODED_TWICE / 3 - 8, half, "\n"), true),
            (list(MOST_DECODED_TWICE / 3 + 8, half, "\n"), false),
        ] {
            let explained = explained::<Vec<u32>>(&text);
            assert!(explained.contains("expected u32"), "{explained}");
            assert_eq!(explained.contains(" at `["), is_named, "{explained}");
        }
    }
}
