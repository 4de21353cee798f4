//! `rename_all` sends the keys that serde's derive writes.

use comm100::Endpoint;
use serde::Serialize;

/// The keys of the same fields, as a query of comm100 and as an object of serde.
macro_rules! keys {
    ($case:literal, [$($field:ident),*]) => {{
        #[derive(Default, Serialize)]
        #[serde(rename_all = $case)]
        struct Object {
            $($field: u8,)*
        }

        #[derive(Endpoint)]
        #[endpoint(get = "x", rename_all = $case)]
        struct Query {
            $(#[query] $field: u8,)*
        }

        let object = serde_json::to_string(&Object::default()).expect("an object");
        let names = Query::ENDPOINT.parameters().iter();
        let query: Vec<String> = names.map(|name| format!("\"{}\":0", name.name())).collect();
        assert_eq!(format!("{{{}}}", query.join(",")), object, "{}", $case);
    }};
}

/// Fields whose keys are in doubt. Serde's `camelCase` accepts only names that start with ASCII.
macro_rules! cases {
    ($($case:literal),*) => {
        $(keys!($case, [
            name, agent_id, type_, _leading, _a__b, __c, x9_y, a_9b, größe, maß_éa, mixedCase_id, URL_x, z_ß, r#fn
        ]);)*
    };
}

#[test]
#[expect(non_snake_case, reason = "keys of APIs are names of fields")]
fn keys_have_the_case_of_serde() {
    cases!(
        "lowercase",
        "UPPERCASE",
        "PascalCase",
        "camelCase",
        "snake_case",
        "SCREAMING_SNAKE_CASE",
        "kebab-case",
        "SCREAMING-KEBAB-CASE"
    );
    keys!("PascalCase", [éa_b, ß]);
    keys!("SCREAMING-KEBAB-CASE", [éa_b, ß]);
}
