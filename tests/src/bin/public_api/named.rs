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
    // Its trait `Body` is what transports and layers read a request's body by.
    "http_body",
    "jiff",
    "serde",
    "serde_core",
    "std",
];

/// Those that a feature adds: `reqwest`, `openapi`, `tower`, and `v2`, which keeps unknown permissions as JSON.
pub(crate) const WITH_ALL_FEATURES: &[&str] = &[
    "reqwest",
    "schemars",
    "serde_json",
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
