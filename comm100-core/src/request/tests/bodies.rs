//! Bodies: forms, JSON, members of an object, raw ones.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Serialize;
use serde_json::json;

use super::super::{EncodedBody, Encoder, Part, RequestBody};
use super::{body, encode, rejection};

const JSON: Option<&str> = Some("application/json");
const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

/// A value whose `Serialize` fails, with a text that quotes it.
struct Failing;

impl Serialize for Failing {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("SECRET"))
    }
}

#[test]
fn a_body_has_the_type_of_its_content() {
    type Write = fn(&mut Encoder);
    let cases: [(Write, Option<&str>, &str); 8] = [
        (|_| (), None, ""),
        (|encoder| encoder.empty_form(), FORM, ""),
        (|encoder| encoder.empty_object(), JSON, "{}"),
        (
            |encoder| {
                encoder.form("a b", "c d");
                encoder.form("list", &[1, 2]);
                encoder.form("absent", &None::<u8>);
            },
            FORM,
            "a+b=c+d&list=1&list=2",
        ),
        (|encoder| encoder.json("value", &[1, 2]), JSON, "[1,2]"),
        (
            |encoder| {
                encoder.field("id", "\"agentId\":", &1);
                encoder.field("name", "\"name\":", "x");
            },
            JSON,
            r#"{"agentId":1,"name":"x"}"#,
        ),
        (
            |encoder| encoder.raw("text/plain", Bytes::from_static(b"as it is")),
            Some("text/plain"),
            "as it is",
        ),
        (
            |encoder| {
                encoder.empty_form();
                encoder.json("value", &1);
            },
            JSON,
            "1",
        ),
    ];
    for (write, content_type, text) in cases {
        assert_eq!(body(write), (content_type, text.to_owned()));
    }
}

#[test]
fn members_of_a_flattened_value_are_written_beside_the_others() {
    fn members(value: &impl Serialize, last: bool) -> String {
        let (_, text) = body(|encoder| {
            if last {
                encoder.field("a", "\"a\":", &1);
                encoder.field_flattened("more", &["a"], value);
            } else {
                encoder.field_flattened("more", &["a"], value);
                encoder.field("a", "\"a\":", &1);
            }
        });
        text
    }
    let more = json!({"b": [2], "c": null});
    for (value, first, last) in [
        (
            more,
            r#"{"b":[2],"c":null,"a":1}"#,
            r#"{"a":1,"b":[2],"c":null}"#,
        ),
        (json!({}), r#"{"a":1}"#, r#"{"a":1}"#),
        (json!(null), r#"{"a":1}"#, r#"{"a":1}"#),
    ] {
        assert_eq!(members(&value, false), first);
        assert_eq!(members(&value, true), last);
    }
    let (_, text) = body(|encoder| encoder.field_flattened("more", &[], &json!({"b": 1})));
    assert_eq!(text, r#"{"b":1}"#);
}

#[test]
fn what_is_not_json_is_rejected() {
    let no_text = BTreeMap::from([([1], 1)]);
    for (error, expected) in [
        (
            rejection(|encoder| encoder.json("value", &Failing)),
            "`value`: it cannot be written as JSON",
        ),
        (
            rejection(|encoder| encoder.json("value", &no_text)),
            "it cannot be written as JSON",
        ),
        (
            rejection(|encoder| encoder.field("member", "\"m\":", &Failing)),
            "`member`: it cannot be written as JSON",
        ),
        (
            rejection(|encoder| encoder.field_flattened("more", &[], &Failing)),
            "`more`: it cannot be written as JSON",
        ),
        (
            rejection(|encoder| encoder.field_flattened("more", &[], "text")),
            "neither a struct nor a map",
        ),
        (
            rejection(|encoder| encoder.field_flattened("more", &["b"], &json!({"b": 1}))),
            "is also the key of another member",
        ),
        (
            rejection(|encoder| {
                encoder.field_flattened("one", &[], &json!({"b": 1}));
                encoder.field_flattened("two", &[], &json!({"b": 1}));
            }),
            "`two`: one of its keys",
        ),
        (
            rejection(|encoder| encoder.query("key", &Failing)),
            "its `Serialize` implementation failed",
        ),
    ] {
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains("SECRET"), "{error}");
    }
}

/// The parts of a form go into a multipart body, even if there are none.
#[test]
fn parts_make_a_multipart_body() {
    type Write = fn(&mut Encoder);
    let writes: [Write; 3] = [
        |encoder| encoder.empty_multipart(),
        |encoder| encoder.part_text("note", "x"),
        |encoder| encoder.part("file", &Part::bytes("x")),
    ];
    for write in writes {
        let encoded = encode(write).unwrap();
        assert!(matches!(encoded.body, EncodedBody::Multipart(_)));
    }
    let error = rejection(|encoder| encoder.part_text("note", &["x"]));
    assert!(error.contains("it is a list;"), "{error}");
    let odd = Part::bytes("x").content_type("not a type\n");
    let error = rejection(|encoder| encoder.part("file", &odd));
    assert!(error.contains("`file`"), "{error}");
}

#[test]
fn the_name_of_a_file_is_the_last_segment_of_its_path() {
    let name = |part: Part| part.file_name;
    assert_eq!(name(Part::file("a/b c.pdf")).as_deref(), Some("b c.pdf"));
    assert_eq!(name(Part::file("a/..")), None);
    assert_eq!(name(Part::bytes("x")), None);
    let renamed = Part::file("a/b.pdf").file_name("c.pdf");
    assert_eq!(name(renamed).as_deref(), Some("c.pdf"));
}

#[test]
fn a_body_in_memory_is_read_once() {
    use http_body::Body;

    let waker = std::task::Waker::noop();
    let mut context = std::task::Context::from_waker(waker);
    let mut body = RequestBody::from("text");
    assert_eq!(body.as_bytes().map(|bytes| &bytes[..]), Some(&b"text"[..]));
    assert_eq!((body.length(), body.is_end_stream()), (4, false));
    assert_eq!(body.size_hint().exact(), Some(4));
    assert_eq!(format!("{body:?}"), "RequestBody(4 bytes)");
    let mut next = || std::pin::Pin::new(&mut body).poll_frame(&mut context);
    let std::task::Poll::Ready(Some(Ok(frame))) = next() else {
        panic!("the text is not ready");
    };
    assert_eq!(frame.into_data().ok(), Some(Bytes::from_static(b"text")));
    assert!(matches!(next(), std::task::Poll::Ready(None)));
    assert!(body.is_end_stream());
    for body in [
        RequestBody::from("text".to_owned()),
        RequestBody::from(b"text".to_vec()),
        RequestBody::from(Bytes::from_static(b"text")),
    ] {
        assert_eq!(body.as_bytes().map(|bytes| &bytes[..]), Some(&b"text"[..]));
    }
    assert_eq!(RequestBody::default().length(), 0);
}
