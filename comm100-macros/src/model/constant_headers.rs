//! `headers("Accept-Language" = "en")`: headers with constant values.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Token};

use crate::diagnostics::Errors;
use crate::grammar::header_mistake;
use crate::parse::Arguments;

/// A header with the same value in all calls.
#[derive(Clone)]
pub(crate) struct ConstantHeader {
    /// In lower case.
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) token: TokenStream,
}

/// Reads the pairs in parentheses.
pub(super) fn constant_headers(
    key: &Ident,
    tokens: &TokenStream,
    errors: &mut Errors,
) -> Vec<ConstantHeader> {
    let mut headers: Vec<ConstantHeader> = Vec::new();
    let pairs = Arguments::parse(tokens.clone()).list;
    if pairs.is_empty() {
        malformed(key, errors);
    }
    for pair in pairs {
        let Ok((name, value)) = parse.parse2(pair.to_token_stream()) else {
            malformed(&pair, errors);
            continue;
        };
        let lower = name.value().to_ascii_lowercase();
        if let Some((rule, remedy)) = header_mistake(&name.value()) {
            errors.add(&name, rule, &remedy);
        } else if headers.iter().any(|header| header.name == lower) {
            errors.add(
                &name,
                format!("duplicate header `{}`", name.value()),
                "keep one of the two",
            );
        } else if !value
            .value()
            .bytes()
            .all(|byte| matches!(byte, b' '..=b'~'))
        {
            errors.add(
                &value,
                "a header's value must be visible ASCII and spaces",
                "remove the other characters",
            );
        } else {
            headers.push(ConstantHeader {
                name: lower,
                value: value.value(),
                token: name.into_token_stream(),
            });
        }
    }
    headers
}

fn parse(input: ParseStream<'_>) -> syn::Result<(LitStr, LitStr)> {
    let name = input.parse()?;
    input.parse::<Token![=]>()?;
    Ok((name, input.parse()?))
}

fn malformed(tokens: &impl ToTokens, errors: &mut Errors) {
    errors.add(
        tokens,
        "expected headers as `\"Name\" = \"value\"`",
        "write `headers(\"Accept-Language\" = \"en\")`",
    );
}
