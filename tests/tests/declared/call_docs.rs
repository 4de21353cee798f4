//! The methods of generated builders and of `EndpointCall` have the same docs. The macro cannot take them
//! from the core: a macro call in each doc comment would add to the check time of every trait.

const GENERATED: &str = include_str!("../../../comm100-macros/src/expand/call_builder.rs");
const BY_VALUE: &str = include_str!("../../../comm100-core/src/options/endpoint_call.rs");

/// Returns the text of the doc comment above a method.
fn docs(source: &str, method: &str) -> String {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let named = format!(" fn {method}");
    let at = lines.iter().position(|line| {
        line.split_once(&named)
            .is_some_and(|(_, rest)| rest.starts_with(['(', '<']))
    });
    let above = &lines[..at.unwrap_or_else(|| panic!("no method {method}"))];
    let comment: Vec<&str> = above
        .iter()
        .rev()
        .skip_while(|line| line.starts_with("#["))
        .map_while(|line| line.strip_prefix("/// "))
        .collect();
    assert!(!comment.is_empty(), "{method} has no docs");
    comment.into_iter().rev().collect::<Vec<_>>().join(" ")
}

#[test]
fn generated_builders_and_calls_by_value_have_the_same_docs() {
    for method in [
        "timeout",
        "header",
        "send",
        "send_with_response",
        "send_blocking",
        "request",
        "pages",
        "items",
        "prefetch",
        "max_pages",
    ] {
        assert_eq!(docs(GENERATED, method), docs(BY_VALUE, method), "{method}");
    }
}
