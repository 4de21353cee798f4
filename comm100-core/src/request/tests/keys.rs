//! Joined lists, and structs and maps of which each field is a key.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::super::Encoder;
use super::{body, encode, rejection, target};

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Owner {
    Department(u64),
    Nobody,
    Both(u8, u8),
    Named { name: u8 },
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Wrapped(Filter);

#[derive(Serialize)]
struct Pair(u8, u8);

#[derive(Clone, Serialize)]
struct Filter {
    state: &'static str,
    page_size: Option<u8>,
    tags: Vec<&'static str>,
}

const FILTER: Filter = Filter {
    state: "a b",
    page_size: None,
    tags: Vec::new(),
};

fn flattened<T: Serialize>(value: T) -> String {
    target(|encoder| encoder.query_flattened("filter", &value))
}

fn rejected<T: Serialize>(value: T) -> String {
    rejection(|encoder| encoder.query_flattened("filter", &value))
}

#[test]
fn each_field_is_a_key() {
    let full = Filter {
        page_size: Some(3),
        tags: vec!["x", "y"],
        ..FILTER
    };
    let map = json!({"a": 1, "b c": [true, null, "z"], "n": null});
    for (written, expected) in [
        (flattened(&FILTER), "/v/?state=a%20b"),
        (
            flattened(&full),
            "/v/?state=a%20b&page_size=3&tags=x&tags=y",
        ),
        (flattened(Some(&FILTER)), "/v/?state=a%20b"),
        (flattened(Wrapped(FILTER)), "/v/?state=a%20b"),
        (flattened(&map), "/v/?a=1&b%20c=true&b%20c=z"),
        (flattened(BTreeMap::from([(7, 'q')])), "/v/?7=q"),
        (flattened(Owner::Department(3)), "/v/?department=3"),
        (flattened(None::<Filter>), "/v/"),
        (flattened(()), "/v/"),
        (flattened(Unit), "/v/"),
    ] {
        assert_eq!(written, expected);
    }
    let form = body(|encoder| {
        encoder.form("first", &1);
        encoder.form_flattened("filter", &full);
    });
    assert_eq!(form.1, "first=1&state=a+b&page_size=3&tags=x&tags=y");
}

#[test]
fn a_value_without_keys_is_rejected() {
    for error in [
        rejected(true),
        rejected(1_i8),
        rejected(1_i16),
        rejected(1_i32),
        rejected(1_i64),
        rejected(1_i128),
        rejected(1_u8),
        rejected(1_u16),
        rejected(1_u32),
        rejected(1_u64),
        rejected(1_u128),
        rejected(1_f32),
        rejected(1_f64),
        rejected('a'),
        rejected("a"),
        rejected([1]),
        rejected((1, 2)),
        rejected(Pair(1, 2)),
        rejected(vec![1]),
        rejected(Owner::Nobody),
        rejected(Owner::Both(1, 2)),
        rejected(Owner::Named { name: 1 }),
    ] {
        assert!(
            error.contains("`flatten` needs a struct or a map"),
            "{error}"
        );
    }
    for (error, expected) in [
        (
            rejected(BTreeMap::from([(None::<u8>, 1)])),
            "a key of it is absent",
        ),
        (rejected(BTreeMap::from([([1], 1)])), "it is a list;"),
        (rejected(json!({"a": {"b": 1}})), "it is a map"),
        (
            rejected(Owner::Department(0).nested()),
            "in its field `owner`: it is a variant with a value;",
        ),
    ] {
        assert!(error.contains(expected), "{error}");
    }
}

impl Owner {
    fn nested(self) -> impl Serialize {
        #[derive(Serialize)]
        struct Nested {
            owner: Owner,
        }
        Nested { owner: self }
    }
}

#[test]
fn a_key_of_a_flattened_value_occurs_once() {
    type Write = fn(&mut Encoder);
    let rejected: [Write; 6] = [
        |encoder| {
            encoder.query("state", &1);
            encoder.query_flattened("filter", &FILTER);
        },
        |encoder| {
            encoder.query_flattened("filter", &FILTER);
            encoder.query("state", &1);
        },
        |encoder| {
            encoder.query_flattened("filter", &FILTER);
            encoder.query_flattened("other", &FILTER);
        },
        |encoder| {
            encoder.query_flattened("filter", &FILTER);
            encoder.page("state", 1, None);
        },
        |encoder| {
            encoder.form("state", &1);
            encoder.form_flattened("filter", &FILTER);
        },
        |encoder| {
            encoder.form_flattened("filter", &FILTER);
            encoder.form("state", &1);
        },
    ];
    for write in rejected {
        let error = rejection(write);
        assert!(error.contains("one of its keys is also"), "{error}");
    }
    let accepted: [Write; 4] = [
        |encoder| {
            encoder.query("other", &1);
            encoder.query_flattened("filter", &json!({"tags": ["x", "y"]}));
            encoder.query("more", &1);
        },
        // A query and a form have keys of their own.
        |encoder| {
            encoder.query("state", &1);
            encoder.form_flattened("filter", &FILTER);
        },
        |encoder| {
            encoder.form("state", &1);
            encoder.query_flattened("filter", &FILTER);
        },
        |encoder| {
            encoder.page("state", 1, None);
            encoder.form_flattened("filter", &FILTER);
        },
    ];
    for write in accepted {
        assert!(encode(write).is_ok());
    }
}

fn joined<T: Serialize>(separator: &'static str, value: T) -> Result<String, String> {
    let query = encode(|encoder| encoder.query_joined("ids", separator, &value));
    query.map(|encoded| encoded.target)
}

#[test]
fn the_items_of_a_list_are_one_value() {
    for (written, expected) in [
        (joined(",", [1, 2, 3]), "/v/?ids=1,2,3"),
        (joined("|", ["a b", "c"]), "/v/?ids=a%20b%7Cc"),
        (joined("::", ["a", "", "b"]), "/v/?ids=a%3A%3A%3A%3Ab"),
        (joined(",", "alone"), "/v/?ids=alone"),
        (joined(",", ["", ""]), "/v/?ids=,"),
        (joined(",", Vec::<u8>::new()), "/v/?ids="),
        (joined("::", Vec::<u8>::new()), "/v/?ids="),
        (joined(",", None::<Vec<u8>>), "/v/"),
    ] {
        assert_eq!(written.unwrap(), expected);
    }
    let form = body(|encoder| {
        encoder.form("a", &1);
        encoder.form_joined("b", ",", &["x y", "z"]);
        encoder.form_joined("c", "; ", &["x", "y"]);
    });
    assert_eq!(form.1, "a=1&b=x+y,z&c=x%3B+y");
}

#[test]
fn items_that_a_split_would_read_differently_are_rejected() {
    for error in [
        joined(",", ["a,b"]),
        joined(",", ["a", "b,"]),
        joined(",", [""]),
        joined("::", [""]),
        joined("::", ["a:", "b"]),
        joined("::", ["a::b"]),
    ] {
        let error = error.unwrap_err();
        assert!(
            error.contains("would not be the same after a split"),
            "{error}"
        );
    }
}
