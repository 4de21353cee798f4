//! The values of an attribute's keys, and the mistakes that keys can have.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, Parser};
use syn::{LitBool, LitInt, LitStr};

use crate::diagnostics::{Errors, list, nearest, spelled};
use crate::parse::{Argument, Arguments, Value};

/// Takes out, and reports, all keys but the first of each name.
pub(super) fn reject_repeated(arguments: &mut Arguments, errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    arguments.list.retain(|argument| {
        let (Argument::Flag(key) | Argument::Value(key, _)) = argument else {
            return true;
        };
        let name = key.to_string();
        if seen.contains(&name) {
            errors.add(
                key,
                format!("the key `{name}` is given twice"),
                "keep one of the two",
            );
            return false;
        }
        seen.push(name);
        true
    });
}

/// Reports what an attribute does not take. `example` is what a right one looks like.
pub(super) fn reject(
    argument: &Argument,
    attribute: &str,
    keys: &[&str],
    example: &str,
    errors: &mut Errors,
) {
    match argument {
        Argument::Flag(key) | Argument::Value(key, _) | Argument::Call(key) => {
            if keys.iter().any(|known| key == known) {
                errors.add(key, misshapen(argument, key), &format!("write `{example}`"));
            } else {
                unknown_key(key, attribute, keys, example, errors);
            }
        }
        Argument::Literal(literal) => errors.add(
            literal,
            format!("{attribute} takes no bare value"),
            &format!("write `{example}`"),
        ),
        Argument::Other(tokens) => unreadable(tokens, attribute, keys, example, errors),
    }
}

/// Reports what is neither a value nor a key, and looks for what was meant.
fn unreadable(
    tokens: &TokenStream,
    attribute: &str,
    keys: &[&str],
    example: &str,
    errors: &mut Errors,
) {
    let mut all = tokens.clone().into_iter();
    if let (Some(TokenTree::Ident(key)), Some(TokenTree::Punct(punct))) = (all.next(), all.next()) {
        let rest: TokenStream = all.collect();
        // `rename-all = ..`, as in other places of the language.
        if let ('-', Some(TokenTree::Ident(tail))) =
            (punct.as_char(), rest.clone().into_iter().next())
        {
            let written = format!("{key}-{tail}");
            let meant = format!("{key}_{tail}");
            if keys.contains(&meant.as_str()) {
                errors.add(
                    tokens,
                    format!("unknown key `{written}`, did you mean `{meant}`?"),
                    "",
                );
                return;
            }
        }
        if punct.as_char() == ':' && keys.iter().any(|known| key == *known) {
            errors.add(
                punct,
                format!("the value of `{key}` follows a `=`"),
                &format!("write `{key} = {}`", spelled(&rest)),
            );
            return;
        }
    }
    errors.add(
        tokens,
        format!("neither a value nor a key of {attribute}"),
        &format!("write `{example}`"),
    );
}

/// Reports a key that does not exist.
fn unknown_key(key: &Ident, attribute: &str, keys: &[&str], example: &str, errors: &mut Errors) {
    let name = key.to_string();
    if let Some(near) = nearest(&name, keys.iter().copied()) {
        errors.add(
            key,
            format!("unknown key `{name}`, did you mean `{near}`?"),
            "",
        );
    } else if keys.is_empty() {
        errors.add(
            key,
            format!("{attribute} has no keys"),
            &format!("write `{example}`"),
        );
    } else {
        errors.add(
            key,
            format!("unknown key `{name}`"),
            &format!("{attribute} has {}", list(keys)),
        );
    }
}

/// What is wrong with a key that exists, in a shape that it does not have.
fn misshapen(argument: &Argument, key: &Ident) -> String {
    let valueless = matches!(key.to_string().as_str(), "flatten" | "page");
    match argument {
        Argument::Flag(_) => format!("`{key}` has no value"),
        _ if valueless => format!("`{key}` takes no such value"),
        _ => format!("the value of `{key}` follows a `=`"),
    }
}

/// The value of a key that must be a string.
pub(super) fn string(
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

/// The value of a key that must be `true` or `false`.
pub(super) fn boolean(
    key: &Ident,
    value: &Value,
    example: &str,
    errors: &mut Errors,
) -> Option<bool> {
    typed::<LitBool>(key, value, "`true` or `false`", example, errors).map(|value| value.value)
}

/// The value of a key that must be a whole number.
pub(super) fn integer(
    key: &Ident,
    value: &Value,
    example: &str,
    errors: &mut Errors,
) -> Option<LitInt> {
    typed(key, value, "a number", example, errors)
}

/// The value of a key, of any syntax.
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
        errors.add(second, "a `,` is missing before this", "");
        return Some(first);
    }
    let tokens = if value.tokens.is_empty() {
        key.to_token_stream()
    } else {
        value.tokens.clone()
    };
    // A string that holds what should stand there without quotes.
    let unquoted = syn::parse2::<LitStr>(value.tokens.clone())
        .ok()
        .filter(|text| text.parse::<T>().is_ok());
    let remedy = unquoted.map_or_else(
        || format!("write `{example}`"),
        |text| format!("write `{key} = {}`", text.value()),
    );
    errors.add(tokens, format!("the value of `{key}` is {what}"), &remedy);
    None
}

/// A value that is whole before its last token, and the first token behind it.
fn two_values<T: Parse>(tokens: &TokenStream) -> Option<(T, TokenTree)> {
    let mut tokens = tokens.clone().into_iter();
    let first = syn::parse2(tokens.next()?.into()).ok()?;
    Some((first, tokens.next()?))
}

/// A string argument that stands alone.
pub(super) fn literal_string(argument: &Argument) -> Option<LitStr> {
    match argument {
        Argument::Literal(literal) => syn::parse2(literal.to_token_stream()).ok(),
        _ => None,
    }
}

/// Tokens out of the invisible group in which `macro_rules!` passes them on.
fn ungrouped(tokens: TokenStream) -> TokenStream {
    let mut all = tokens.clone().into_iter();
    match (all.next(), all.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            ungrouped(group.stream())
        }
        _ => tokens,
    }
}
