//! No input makes `Event::from_slice` panic.

use comm100::webhook::Event;
use proptest::collection::{hash_map, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::{read, samples};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    let key = prop_oneof![
        Just("id".to_owned()),
        Just("name".to_owned()),
        Just("attachment".to_owned()),
        ".{0,6}"
    ];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            hash_map(key.clone(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_bytes_are_an_event_or_an_error(body in vec(any::<u8>(), 0..256)) {
        let _ = Event::from_slice(&body);
    }

    /// Bytes of a documented body that are cut, replaced and doubled.
    #[test]
    fn a_damaged_body_is_an_event_or_an_error(
        sample in 0_usize..13,
        edits in vec((any::<Index>(), 0_usize..8, vec(any::<u8>(), 0..8)), 1..6),
    ) {
        let samples = samples();
        let mut body = samples[sample % samples.len()]["body"].to_string().into_bytes();
        for (at, removed, inserted) in edits {
            let start = at.index(body.len() + 1);
            let end = (start + removed).min(body.len());
            body.splice(start..end, inserted);
        }
        match Event::from_slice(&body) {
            Ok(event) => prop_assert!(event == Event::from_slice(&body).unwrap()),
            Err(error) => prop_assert!(error.is_decode() && error.body().is_some()),
        }
    }

    /// JSON that no sample has: any value at the top and in the places of the objects.
    #[test]
    fn any_object_is_an_event(name in ".{0,12}", value in any_json()) {
        let body = json!({
            "event": name, "visitor": value, "chat": value, "wrapup": value, "offline_message": value,
            "chat_id": value, "operator_id": value,
        });
        let event = read(&body);
        let _ = (event.name(), event.chat_id());
    }
}
