//! Spans of generated tokens.
//!
//! Generated tokens keep the expansion's hygiene, which silences lints of the user's crate, and are
//! located at the user's tokens, where rustc then shows errors.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Type;

/// Returns a span of generated code that is shown at `span`.
pub(super) fn at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// Returns the name of a generated item, derived from the user's `name` and shown there.
pub(super) fn named(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::call_site().located_at(name.span()));
    name
}

/// Returns the most specific token of a type: the last name of a path, else the first token.
pub(super) fn principal(ty: &Type) -> Span {
    match ty {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .map_or_else(Span::mixed_site, |segment| segment.ident.span()),
        other => Ends::of(other).first,
    }
}

/// The spans of the first and the last token; rustc joins them.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    first: Span,
    last: Span,
}

impl Ends {
    pub(super) fn of(tokens: &impl ToTokens) -> Self {
        let tokens: Vec<TokenTree> = tokens.to_token_stream().into_iter().collect();
        let span = |token: Option<&TokenTree>| token.map_or_else(Span::mixed_site, TokenTree::span);
        let last = match tokens.last() {
            Some(TokenTree::Group(group)) => group.span_close(),
            other => span(other),
        };
        Self {
            first: span(tokens.first()),
            last,
        }
    }

    /// Sets the user's spans on the first and the last of generated tokens. Rustc joins them, so it does not mention the
    /// macro. Used for the single location where a type can be wrong. The tokens between them keep their hygiene: a
    /// `$crate` needs it, and it silences lints.
    pub(super) fn own(self, tokens: TokenStream) -> TokenStream {
        let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
        if let Some(last) = tokens.last_mut() {
            last.set_span(self.last);
        }
        if let Some(first) = tokens.first_mut() {
            first.set_span(self.first);
        }
        tokens.into_iter().collect()
    }
}

/// Returns the same tokens with their own hygiene, shown at `place`.
pub(super) fn moved(tokens: &TokenStream, place: Span) -> TokenStream {
    let tokens = tokens.clone().into_iter();
    tokens
        .map(|mut token| {
            token.set_span(token.span().located_at(place));
            token
        })
        .collect()
}

/// Returns the same tokens, the first of them with the span `place`: rustc joins only spans of one hygiene.
pub(super) fn starting_at(tokens: TokenStream, place: Span) -> TokenStream {
    let tokens = tokens.into_iter().enumerate();
    tokens
        .map(|(position, mut token)| {
            if position == 0 {
                token.set_span(place);
            }
            token
        })
        .collect()
}
