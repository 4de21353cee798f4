//! One random edit of a text of tokens, like a typing mistake.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A change of one token.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    position: Index,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Remove,
    Double,
    Replace(&'static str),
    Insert(&'static str),
    /// A letter of an identifier or a string is lost.
    Misspell(Index),
}

impl Arbitrary for Edit {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> BoxedStrategy<Self> {
        let words = [
            "&", "self", "mut", "x", "Option", "<", ">", ";", ",", ":", "=", "#", "'b", "impl",
            "_", "()", "{}", "\"\"", "\"{\"", "\"/a\"", "3", "type", "const", "fn", "async",
            "#[query]", "#[json]", "#[path]", "(a, b)", "where", "dyn", "!", "'static",
        ];
        let kind = prop_oneof![
            Just(Kind::Remove),
            Just(Kind::Double),
            select(words.to_vec()).prop_map(Kind::Replace),
            select(words.to_vec()).prop_map(Kind::Insert),
            any::<Index>().prop_map(Kind::Misspell),
        ];
        (any::<Index>(), kind)
            .prop_map(|(position, kind)| Self { position, kind })
            .boxed()
    }
}

/// Applies the edit; returns the text unchanged if it has no tokens.
pub(super) fn edit(text: &str, edit: &Edit) -> String {
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return text.to_owned();
    };
    let count = count(&tokens);
    if count == 0 {
        return text.to_owned();
    }
    let mut left = edit.position.index(count);
    apply(tokens, &mut left, &edit.kind).to_string()
}

fn count(tokens: &TokenStream) -> usize {
    tokens
        .clone()
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => 1 + count(&group.stream()),
            _ => 1,
        })
        .sum()
}

fn apply(tokens: TokenStream, left: &mut usize, kind: &Kind) -> TokenStream {
    let mut result = Vec::new();
    for token in tokens {
        let here = *left == 0;
        *left = left.wrapping_sub(1);
        if here {
            result.extend(changed(token, kind));
            continue;
        }
        match token {
            TokenTree::Group(group) if *left < usize::MAX / 2 => {
                let inner = apply(group.stream(), left, kind);
                result.push(TokenTree::Group(Group::new(group.delimiter(), inner)));
            }
            other => result.push(other),
        }
    }
    result.into_iter().collect()
}

fn changed(token: TokenTree, kind: &Kind) -> TokenStream {
    let parsed = |text: &str| text.parse::<TokenStream>().unwrap_or_default();
    match kind {
        // Without its braces the rest stays.
        Kind::Remove => match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => group.stream(),
            _ => TokenStream::new(),
        },
        Kind::Double => [token.clone(), token].into_iter().collect(),
        Kind::Replace(text) => parsed(text),
        Kind::Insert(text) => parsed(text).into_iter().chain([token]).collect(),
        Kind::Misspell(index) => {
            let text = token.to_string();
            let letters: Vec<char> = text.chars().collect();
            let lost = index.index(letters.len().max(1));
            let rest: String = letters
                .iter()
                .enumerate()
                .filter(|(position, _)| *position != lost)
                .map(|(_, letter)| *letter)
                .collect();
            rest.parse().unwrap_or_else(|_| token.into())
        }
    }
}
