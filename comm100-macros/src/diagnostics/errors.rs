//! Collects mistakes, so that one compile reports all of them, in source order.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;

/// The mistakes found so far. Every stage adds to them; none stops at the first.
#[derive(Default)]
pub(crate) struct Errors {
    found: Vec<Mistake>,
}

struct Mistake {
    place: (usize, usize),
    error: syn::Error,
}

impl Errors {
    /// Adds a mistake on `tokens`: the violated rule, and the remedy.
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

    /// Returns the number of mistakes so far. A stage compares it before and after a part of its work.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Returns the mistakes as `compile_error!`s, in source order.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.found.sort_by_key(|mistake| mistake.place);
        self.found
            .iter()
            .map(|mistake| mistake.error.to_compile_error())
            .collect()
    }
}

/// Returns the line and the column. Outside of rustc spans have neither, and the order is that of discovery.
fn place_of(span: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let span = span.unwrap();
    (span.line(), span.column())
}
