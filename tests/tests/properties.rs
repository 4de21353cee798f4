//! Properties that must hold for any input, checked with random inputs. The fuzz targets in
//! `comm100-core/fuzz` check them with inputs guided by code coverage.

use comm100_tests::oracle;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Text of the characters that mean something in a URL, and any others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[./\\\\%2eE?#&=+;, a-c@:]{0,12}",
        any::<String>(),
        Just("..".to_owned()),
        Just("%2E%2e".to_owned()),
        Just("a/../b".to_owned()),
        vec(
            prop_oneof![
                Just("%"),
                Just("25"),
                Just("2e"),
                Just("2F"),
                Just("."),
                Just("5c")
            ],
            0..8
        )
        .prop_map(|parts| parts.concat()),
    ]
}

/// JSON, nearly JSON, and anything else.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
        any::<String>().prop_map(|text| serde_json::Value::from(text).to_string()),
        "[\\[{\"']{0,40}",
        Just("null".to_owned()),
        Just("{}".to_owned()),
    ];
    let name = prop_oneof![
        Just("code"),
        Just("\"code\""),
        Just("\"message\""),
        Just("message"),
        Just("\"value\""),
        Just("\"error_code\""),
        Just("\"error_message\""),
        Just("\"other\""),
    ];
    let members = vec((name, value), 0..4).prop_map(|members| {
        let members: Vec<_> = members
            .iter()
            .map(|(name, value)| format!("{name}:{value}"))
            .collect();
        format!("{{{}}}", members.join(",")).into_bytes()
    });
    let cut = (members.clone(), any::<prop::sample::Index>()).prop_map(|(mut body, index)| {
        body.truncate(index.index(body.len()));
        body
    });
    prop_oneof![4 => members, 1 => cut, 1 => vec(any::<u8>(), 0..200)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn a_value_is_one_segment(value in text()) {
        oracle::path(&value);
    }

    #[test]
    fn a_query_is_read_as_it_was(word in option::of(text()), tags in vec(text(), 0..4)) {
        oracle::query(word.as_deref(), &tags);
    }

    #[test]
    fn a_form_is_read_as_it_was(
        word in text(), tags in vec(text(), 0..4), joined in vec("[^,]{0,8}|[a,]{0,3}", 0..4),
    ) {
        oracle::form(&word, &tags, &joined);
    }

    #[test]
    fn an_error_s_status_stands(status in 400_u16..600, body in body()) {
        oracle::error_body(status, &body);
    }

    #[test]
    fn a_body_is_decoded_or_refused(body in body()) {
        oracle::success_body(&body);
    }

    #[test]
    fn a_retry_after_is_read_or_ignored(
        value in prop_oneof![
            any::<u64>().prop_map(|number| number.to_string()),
            "[0-9]{0,30}",
            "(Sun|Mon), [0-9]{2} (Jan|Feb|Nov) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
            any::<String>(),
        ],
    ) {
        oracle::retry_after(value.as_bytes());
    }

    #[test]
    fn a_time_is_written_as_it_was_read(
        text in prop_oneof![
            "/Date\\(-?[0-9]{1,20}([+-][0-9]{4})?\\)/",
            "/Date\\([-+0-9]{0,24}\\)/",
            any::<String>(),
        ],
    ) {
        oracle::wire_time(&text);
    }

    #[test]
    fn a_row_is_written_as_it_was_read(
        key in prop_oneof![
            Just("startTime"), Just("start_time"), Just("endTime"), Just("departmentId"), Just("agentId"),
            Just("campaignId"), Just("time"), Just("id"),
        ],
        key_value in prop_oneof![
            any::<i64>().prop_map(|number| number.to_string()),
            Just(r#""2026-03-01T00:00:00""#.to_owned()),
            Just(r#""7""#.to_owned()),
            Just("null".to_owned()),
        ],
        metric in prop_oneof![
            Just("chats"), Just("avgChats"), Just("chatRequests"), Just("missedChats"), Just("unknown"),
        ],
        value in prop_oneof![
            any::<f64>().prop_map(|number| serde_json::Value::from(number).to_string()),
            any::<i64>().prop_map(|number| number.to_string()),
            Just(r#""12.5""#.to_owned()),
            Just("[1,{}]".to_owned()),
        ],
    ) {
        oracle::report_row(format!(r#"{{"{key}":{key_value},"{metric}":{value}}}"#).as_bytes());
    }
}
