//! The values of keys.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitInt, LitStr};

use super::SpreadKey;
use crate::diagnostics::Errors;
use crate::parse::{Arguments, Value};

/// An integer without a suffix.
pub(super) struct Integer(pub(super) LitInt);

impl Parse for Integer {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let number: LitInt = input.parse()?;
        if number.suffix().is_empty() {
            Ok(Self(number))
        } else {
            Err(input.error("a suffix"))
        }
    }
}

/// Reads a string, or what was meant as one.
pub(super) fn text(
    key: &Ident,
    value: &Value,
    example: &str,
    errors: &mut Errors,
) -> Option<LitStr> {
    let mut tokens = value.tokens.clone().into_iter();
    if let (Some(TokenTree::Ident(word)), None) = (tokens.next(), tokens.next()) {
        let example = format!("{key} = \"{word}\"");
        return typed(key, value, "a string", &example, errors);
    }
    typed(key, value, "a string", example, errors)
}

/// Reads a value of any syntax.
pub(super) fn typed<T: Parse>(
    key: &Ident,
    value: &Value,
    what: &str,
    example: &str,
    errors: &mut Errors,
) -> Option<T> {
    if let Ok(value) = T::parse.parse2(ungrouped(value.tokens.clone())) {
        return Some(value);
    }
    if let Some((first, second)) = two_values::<T>(&value.tokens) {
        if !is_operator(&second) {
            errors.add(second, "expected `,` before this", "");
            return Some(first);
        }
        if begins_with_literal(&value.tokens) {
            errors.add(
                &value.tokens,
                format!("the value of `{key}` must be {what} literal, found an expression"),
                "write its result: macros cannot evaluate expressions",
            );
            return None;
        }
    }
    let tokens = if value.tokens.is_empty() {
        key.to_token_stream()
    } else {
        value.tokens.clone()
    };
    // A string whose content should be written without quotes.
    let unquoted = syn::parse2::<LitStr>(value.tokens.clone())
        .ok()
        .filter(|text| text.parse::<T>().is_ok());
    let remedy = unquoted.map_or_else(
        || format!("write `{example}`"),
        |text| format!("write `{key} = {}`", text.value()),
    );
    errors.add(
        tokens,
        format!("the value of `{key}` must be {what}"),
        &remedy,
    );
    None
}

/// Returns a value that is complete before its last token, and the first token after it.
fn two_values<T: Parse>(tokens: &TokenStream) -> Option<(T, TokenTree)> {
    let mut tokens = tokens.clone().into_iter();
    let first = syn::parse2(tokens.next()?.into()).ok()?;
    Some((first, tokens.next()?))
}

/// Returns true for a token that joins two values into one expression.
fn is_operator(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(_) => true,
        TokenTree::Ident(word) => word == "as",
        _ => false,
    }
}

fn begins_with_literal(tokens: &TokenStream) -> bool {
    let first = tokens.clone().into_iter().next();
    matches!(first, Some(TokenTree::Literal(_)))
}

/// Reads `flatten = ["timeFrom", "timezone?"]`: the keys of the flattened value, for `EndpointInfo`.
pub(super) fn spread_keys(word: &Ident, value: &Value, errors: &mut Errors) -> Vec<SpreadKey> {
    let mut tokens = value.tokens.clone().into_iter();
    let group = match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Bracket => group,
        _ => {
            wrong_spread(word, &value.tokens, errors);
            return Vec::new();
        }
    };
    let mut keys = Vec::new();
    for argument in &Arguments::parse(group.stream()).list {
        let Some(name) = argument.literal_string() else {
            wrong_spread(word, &argument.to_token_stream(), errors);
            continue;
        };
        let text = name.value();
        let wire = text.strip_suffix('?').unwrap_or(&text).to_owned();
        if wire.is_empty() {
            errors.add(
                &name,
                "a key cannot be empty",
                "write the key as the API names it",
            );
            continue;
        }
        keys.push(SpreadKey {
            required: wire == text,
            wire,
            token: name.into_token_stream(),
        });
    }
    keys
}

fn wrong_spread(word: &Ident, tokens: &TokenStream, errors: &mut Errors) {
    let tokens = if tokens.is_empty() {
        word.to_token_stream()
    } else {
        tokens.clone()
    };
    errors.add(
        tokens,
        "the value of `flatten` must be a list of keys, or absent",
        "write `flatten`, or `flatten = [\"timeFrom\", \"timezone?\"]` (`?`: optional)",
    );
}

/// Removes the invisible group in which `macro_rules!` passes tokens on.
fn ungrouped(tokens: TokenStream) -> TokenStream {
    let mut all = tokens.clone().into_iter();
    match (all.next(), all.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            ungrouped(group.stream())
        }
        _ => tokens,
    }
}
