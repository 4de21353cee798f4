//! Searches in tokens.

use proc_macro2::{Ident, TokenStream, TokenTree};

/// Returns the first identifier that satisfies a predicate, at any depth.
pub(crate) fn find_ident(tokens: TokenStream, predicate: &dyn Fn(&Ident) -> bool) -> Option<Ident> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(name) => predicate(&name).then_some(name),
        TokenTree::Group(group) => find_ident(group.stream(), predicate),
        _ => None,
    })
}

/// Returns true if an identifier in the tokens satisfies a predicate.
pub(crate) fn mentions(tokens: TokenStream, predicate: &dyn Fn(&Ident) -> bool) -> bool {
    find_ident(tokens, predicate).is_some()
}
