//! Single values, in a path, a query and a header.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;

use super::super::Encoder;
use super::{encode, rejection, target};

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    Plain,
    Newtype(u8),
    Tuple(u8, u8),
    Struct { field: u8 },
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Newtype(u16);

#[derive(Serialize)]
struct Pair(u8, u8);

#[derive(Serialize)]
struct Fields {
    field: u8,
}

/// A value whose `Serialize` passes bytes, which serde's own types never do.
struct RawBytes;

impl Serialize for RawBytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(b"bytes")
    }
}

fn queried<T: Serialize>(value: T) -> String {
    target(|encoder| encoder.query("key", &value))
}

fn rejected<T: Serialize>(value: T) -> String {
    rejection(|encoder| encoder.query("key", &value))
}

#[test]
fn every_scalar_is_its_text() {
    let cases = [
        (queried(true), "/v/?key=true"),
        (queried(false), "/v/?key=false"),
        (queried(i8::MIN), "/v/?key=-128"),
        (queried(i16::MIN), "/v/?key=-32768"),
        (queried(i32::MIN), "/v/?key=-2147483648"),
        (queried(i64::MIN), "/v/?key=-9223372036854775808"),
        (queried(-1_i128), "/v/?key=-1"),
        (queried(u8::MAX), "/v/?key=255"),
        (queried(u16::MAX), "/v/?key=65535"),
        (queried(u32::MAX), "/v/?key=4294967295"),
        (queried(u64::MAX), "/v/?key=18446744073709551615"),
        (queried(7_u128), "/v/?key=7"),
        (queried(0.5_f32), "/v/?key=0.5"),
        (queried(-2.25_f64), "/v/?key=-2.25"),
        (queried('\u{e9}'), "/v/?key=%C3%A9"),
        (queried("a b"), "/v/?key=a%20b"),
        (queried(Word::Plain), "/v/?key=plain"),
        (queried(Newtype(4)), "/v/?key=4"),
        (queried(Some(5)), "/v/?key=5"),
        (queried(None::<u8>), "/v/"),
        (queried([1, 2]), "/v/?key=1&key=2"),
        (queried((3, 4)), "/v/?key=3&key=4"),
        (queried(vec!["a", "b"]), "/v/?key=a&key=b"),
        (queried(Vec::<u8>::new()), "/v/"),
        (queried([None, Some(1)]), "/v/?key=1"),
    ];
    for (written, expected) in cases {
        assert_eq!(written, expected);
    }
}

#[test]
fn what_is_not_a_scalar_is_rejected_by_name() {
    let cases = [
        (rejected(f32::NAN), "it is NaN or infinite;"),
        (rejected(f64::INFINITY), "it is NaN or infinite;"),
        (rejected(f64::NEG_INFINITY), "it is NaN or infinite;"),
        (rejected(RawBytes), "it is bytes;"),
        (rejected(()), "it is a unit or `null`;"),
        (rejected(serde_json::Value::Null), "it is a unit or `null`;"),
        (rejected(Unit), "it is a unit;"),
        (rejected(Word::Newtype(1)), "it is a variant with a value;"),
        (rejected(Word::Tuple(1, 2)), "it is a variant with values;"),
        (
            rejected(Word::Struct { field: 1 }),
            "it is a variant with values;",
        ),
        (rejected(Pair(1, 2)), "it is a struct;"),
        (
            rejected(Fields { field: 1 }),
            "it is a struct (use `flatten` for one);",
        ),
        (
            rejected(BTreeMap::from([(1, 2)])),
            "it is a map (use `flatten` for one);",
        ),
        (rejected([[1]]), "it is a list of lists or tuples;"),
        (rejected([(1, 2)]), "it is a list of lists or tuples;"),
        (rejected((1, "a")), "it is a tuple of different types;"),
    ];
    for (error, expected) in cases {
        assert!(error.contains("`key`"), "{error}");
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn flatten_is_the_remedy_only_where_a_declaration_can_have_it() {
    let fields = || Fields { field: 1 };
    let map = || BTreeMap::from([("key", 1)]);
    let without = [
        rejection(|encoder| encoder.header("key", "X-Key", &fields())),
        rejection(|encoder| encoder.segment("key", &map())),
        rejection(|encoder| encoder.part_text("key", &fields())),
        rejected([fields()]),
        rejected([map()]),
    ];
    for rejection in without {
        assert!(rejection.contains("it is a "), "{rejection}");
        assert!(!rejection.contains("flatten"), "{rejection}");
    }
}

#[test]
fn the_first_mistake_is_the_error() {
    let error = rejection(|encoder| {
        encoder.query("first", &f32::NAN);
        encoder.query("second", &f32::NAN);
    });
    assert!(
        error.contains("`first`") && !error.contains("second"),
        "{error}"
    );
}

#[test]
fn a_path_value_is_one_segment() {
    let cases = [
        ("AZaz09-_", "AZaz09-_"),
        ("a.b~c!$&'()*,=@", "a.b~c!$&'()*,=@"),
        ("...", "..."),
        ("a b", "a%20b"),
        ("\"#%", "%22%23%25"),
        ("+/:;", "%2B%2F%3A%3B"),
        ("<>?", "%3C%3E%3F"),
        ("[\\]^", "%5B%5C%5D%5E"),
        ("`{|}", "%60%7B%7C%7D"),
        ("\u{e9}", "%C3%A9"),
        ("a%2Fb", "a%252Fb"),
        ("100%", "100%25"),
    ];
    for (value, segment) in cases {
        let written = target(|encoder| {
            encoder.segment("id", value);
            encoder.literal("/rest");
        });
        assert_eq!(written, format!("/v/{segment}/rest"));
    }
    let query = target(|encoder| {
        encoder.segment("id", &7);
        encoder.query("key", "a");
    });
    assert_eq!(query, "/v/7?key=a");
}

#[test]
fn a_path_value_that_would_leave_its_segment_is_rejected() {
    let nested = |text: &str, times: usize| {
        (0..times).fold(text.to_owned(), |text, _| text.replace('%', "%25"))
    };
    let cases = [
        (String::new(), "cannot be empty"),
        (".".into(), "`.` or `..`"),
        ("..".into(), "`.` or `..`"),
        ("a/../b".into(), "`.` or `..`"),
        ("a\\..".into(), "`.` or `..`"),
        ("..;a".into(), "`.` or `..`"),
        ("%2e%2E".into(), "`.` or `..`"),
        ("a%2F..".into(), "`.` or `..`"),
        (nested("%2e%2e", 1), "`.` or `..`"),
        (nested("%2e%2e", 7), "`.` or `..`"),
        ("a\nb".into(), "a control character"),
        ("a\u{85}b".into(), "a control character"),
        ("a\u{7f}".into(), "a control character"),
        ("%00".into(), "a control character"),
        (nested("%0a", 7), "a control character"),
    ];
    for (value, expected) in cases {
        let error = rejection(|encoder| encoder.segment("id", &value));
        assert!(
            error.contains(expected) && error.contains("`id`"),
            "{value:?}: {error}"
        );
    }
    // Nobody decodes a path more often.
    assert!(encode(|encoder| encoder.segment("id", &nested("%2e%2e", 8))).is_ok());
    for (error, expected) in [
        (
            rejection(|encoder| encoder.segment("id", &None::<u8>)),
            "it is absent",
        ),
        (
            rejection(|encoder| encoder.segment("id", &[1, 2])),
            "it is a list;",
        ),
    ] {
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn headers_are_visible_ascii_and_not_the_clients() {
    fn headers(write: impl FnOnce(&mut Encoder)) -> Vec<(String, String)> {
        let encoded = encode(write).unwrap();
        encoded
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect()
    }
    fn show(value: impl Debug) -> String {
        format!("{value:?}")
    }
    let written = headers(|encoder| {
        encoder.constant_header("x-constant", "one");
        encoder.header("trace", "X-Trace", &7);
        encoder.header("absent", "X-Absent", &None::<u8>);
    });
    assert_eq!(
        show(written),
        r#"[("x-constant", "one"), ("x-trace", "7")]"#
    );
    for (header, value, expected) in [
        ("X-Trace", "a\r\nb", "a line break"),
        ("X-Trace", "\u{e9}", "a line break"),
        ("Host", "a", "only the client sets its header"),
        ("not a name", "a", "only the client sets its header"),
    ] {
        let error = rejection(|encoder| encoder.header("trace", header, value));
        assert!(error.contains(expected), "{error}");
    }
    let error = rejection(|encoder| encoder.header("trace", "X-Trace", &["a"]));
    assert!(error.contains("it is a list;"), "{error}");
}
