//! Whose types the interface names.

use public_api::{PublicItem, tokens::Token};

/// The crates whose types may be named: Rust's own, this project's, and those that are promised.
pub(crate) const ALWAYS: &[&str] = &[
    "alloc",
    "bytes",
    "comm100",
    "comm100_core",
    "comm100_macros",
    "comm100_sandbox",
    "core",
    "futures_core",
    "http",
    "jiff",
    "serde",
    "serde_core",
    "std",
];

/// Beside them, those that a feature brings: `reqwest`; `openapi`; and `tower`, whose layers want `http-body`.
pub(crate) const WITH_ALL_FEATURES: &[&str] = &[
    "http_body",
    "reqwest",
    "schemars",
    "tower_layer",
    "tower_service",
];

/// The first name of each path in an item: a crate's, where the path is one of an item.
fn first_names(item: &PublicItem) -> Vec<&str> {
    let tokens: Vec<&Token> = item.tokens().collect();
    let is_separator = |token: &Token| token.text() == "::";
    let mut names = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let starts = index == 0 || !is_separator(tokens[index - 1]);
        let goes_on = tokens.get(index + 1).is_some_and(|next| is_separator(next));
        if starts && goes_on && matches!(token, Token::Identifier(_) | Token::Type(_)) {
            names.push(token.text());
        }
    }
    names
}

/// The items that name a type of a crate that is not among the allowed.
pub(crate) fn faults(interface: &[PublicItem], beside: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for item in interface {
        for name in first_names(item) {
            if !ALWAYS.contains(&name) && !beside.contains(&name) {
                faults.push(format!("a type of the crate `{name}` is public: {item}"));
            }
        }
    }
    faults
}
