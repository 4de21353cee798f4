//! The item under `#[api]`, as far as it can be read.
//!
//! rustc parses the item first, reports syntax errors, and still calls the macro with what it has.
//! So a body that does not parse as a whole is split into items, and those that do not parse are
//! dropped without a second error.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use syn::{AttrStyle, ItemTrait, TraitItem};

/// A trait: its header, and the items between its braces.
pub(crate) struct TraitSource {
    pub(crate) header: Header,
    pub(crate) items: Vec<TraitItem>,
}

/// A trait without its items.
pub(crate) type Header = ItemTrait;

/// Parses a trait. Returns `None` if the item is not a trait.
pub(crate) fn trait_source(item: &TokenStream) -> Option<TraitSource> {
    if let Ok(mut header) = syn::parse2::<ItemTrait>(item.clone()) {
        let items = std::mem::take(&mut header.items);
        // Those between the braces become attributes above the trait, where the expansion writes all of them.
        for attribute in &mut header.attrs {
            attribute.style = AttrStyle::Outer;
        }
        return Some(TraitSource { header, items });
    }
    let mut tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    let Some(TokenTree::Group(body)) = tokens.pop() else {
        return None;
    };
    if body.delimiter() != Delimiter::Brace {
        return None;
    }
    let mut empty = Group::new(Delimiter::Brace, TokenStream::new());
    empty.set_span(body.span());
    tokens.push(TokenTree::Group(empty));
    let header = syn::parse2(tokens.into_iter().collect()).ok()?;
    Some(TraitSource {
        header,
        items: salvage(body.stream()),
    })
}

/// Returns the complete items of a body that does not parse.
fn salvage(body: TokenStream) -> Vec<TraitItem> {
    let mut items = Vec::new();
    let mut item = Vec::new();
    for token in body {
        let end = match &token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        item.push(token);
        if end {
            items.extend(whole(std::mem::take(&mut item)));
        }
    }
    items.extend(whole(item));
    items
}

/// Returns an item, or the items that a missing `;` has joined, split at their first attributes.
fn whole(tokens: Vec<TokenTree>) -> Vec<TraitItem> {
    if let Ok(item) = syn::parse2(tokens.iter().cloned().collect()) {
        return vec![item];
    }
    let mut items = Vec::new();
    let mut part: Vec<TokenTree> = Vec::new();
    let mut in_signature = false;
    for token in tokens {
        let attribute = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        if attribute && in_signature {
            part.push(TokenTree::Punct(Punct::new(';', Spacing::Alone)));
            items.extend(syn::parse2(part.drain(..).collect()).ok());
            in_signature = false;
        }
        in_signature |= matches!(&token, TokenTree::Ident(word) if word == "fn");
        part.push(token);
    }
    if !matches!(part.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ';') {
        part.push(TokenTree::Punct(Punct::new(';', Spacing::Alone)));
    }
    items.extend(syn::parse2(part.into_iter().collect()).ok());
    items
}
