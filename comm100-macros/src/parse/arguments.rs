//! The arguments of an attribute: `"literal"`, `flag`, `key = value`.
//!
//! Hand-written for better messages than syn's: each argument keeps its tokens, a wrong one does not
//! hide the others, and the reader of a key decides what its value may be.

use proc_macro2::{Delimiter, Ident, Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

/// All arguments of one attribute, in order.
#[derive(Default)]
pub(crate) struct Arguments {
    pub(crate) list: Vec<Argument>,
}

/// One argument.
pub(crate) enum Argument {
    /// `"text"`, `3`.
    Literal(Literal),
    /// `idempotent`.
    Flag(Ident),
    /// `rename = "agentId"`.
    Value(Ident, Value),
    /// `headers("Accept-Language" = "en")`.
    Call(Ident, TokenStream),
    /// Anything else.
    Other(TokenStream),
}

/// The tokens after `=`, possibly none.
pub(crate) struct Value {
    pub(crate) tokens: TokenStream,
}

impl Arguments {
    pub(crate) fn parse(tokens: TokenStream) -> Self {
        Self {
            list: split(tokens).into_iter().map(Argument::parse).collect(),
        }
    }
}

impl Argument {
    /// Returns the key of the argument, if it has one.
    pub(crate) fn key(&self) -> Option<&Ident> {
        match self {
            Self::Flag(key) | Self::Value(key, _) | Self::Call(key, _) => Some(key),
            Self::Literal(_) | Self::Other(_) => None,
        }
    }

    /// Returns the string, if the argument is one.
    pub(crate) fn literal_string(&self) -> Option<LitStr> {
        match self {
            Self::Literal(literal) => syn::parse2(literal.to_token_stream()).ok(),
            _ => None,
        }
    }

    fn parse(tokens: Vec<TokenTree>) -> Self {
        match tokens.as_slice() {
            [TokenTree::Literal(literal)] => Self::Literal(literal.clone()),
            [TokenTree::Ident(key)] => Self::Flag(key.clone()),
            // `macro_rules!` passes tokens on in an invisible group.
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                Self::parse(group.stream().into_iter().collect())
            }
            [TokenTree::Ident(key), TokenTree::Group(group)]
                if group.delimiter() == Delimiter::Parenthesis =>
            {
                Self::Call(key.clone(), group.stream())
            }
            [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
                if equals.as_char() == '=' =>
            {
                Self::Value(
                    key.clone(),
                    Value {
                        tokens: value.iter().cloned().collect(),
                    },
                )
            }
            _ => Self::Other(tokens.into_iter().collect()),
        }
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Literal(literal) => literal.to_tokens(tokens),
            Self::Flag(key) | Self::Call(key, _) => key.to_tokens(tokens),
            Self::Value(key, value) => {
                key.to_tokens(tokens);
                tokens.extend(value.tokens.clone());
            }
            Self::Other(other) => tokens.extend(other.clone()),
        }
    }
}

/// Splits at commas outside of groups and angle brackets.
fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part: Vec<TokenTree> = Vec::new();
    let mut depth = 0_u32;
    let mut arrow = false;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' if !arrow => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    parts.push(std::mem::take(&mut part));
                    arrow = false;
                    continue;
                }
                _ => {}
            }
            arrow = punct.as_char() == '-';
        } else {
            arrow = false;
        }
        part.push(token);
    }
    parts.push(part);
    // A trailing comma leaves an empty part.
    parts.retain(|part| !part.is_empty());
    parts
}
