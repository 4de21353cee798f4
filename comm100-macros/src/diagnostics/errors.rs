//! Collects mistakes, so that all of them are told in one compile, in source order.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;

/// The mistakes found so far. Every stage adds to it, none stops at the first.
#[derive(Default)]
pub(crate) struct Errors {
    found: Vec<Mistake>,
}

struct Mistake {
    place: (usize, usize),
    error: syn::Error,
}

impl Errors {
    /// Adds a mistake on `tokens`: the rule that was broken, and the remedy.
    pub(crate) fn add(&mut self, tokens: impl ToTokens, rule: impl AsRef<str>, remedy: &str) {
        let message = if remedy.is_empty() {
            rule.as_ref().to_owned()
        } else {
            format!("{}\nhelp: {remedy}", rule.as_ref())
        };
        let place = place_of(tokens.to_token_stream().span());
        self.found.push(Mistake {
            place,
            error: syn::Error::new_spanned(tokens, message),
        });
    }

    /// How many mistakes were found: a stage compares to learn whether a part of it is sound.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// The mistakes as `compile_error!`s, in the order in which the user reads the source.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.found.sort_by_key(|mistake| mistake.place);
        self.found
            .iter()
            .map(|mistake| mistake.error.to_compile_error())
            .collect()
    }
}

/// Line and column. Outside of rustc, where spans have none, all are equal and the order is that of
/// discovery.
fn place_of(span: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let span = span.unwrap();
    (span.line(), span.column())
}
