//! All stages in order, in terms of `proc_macro2`, so that tests can call them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, ItemStruct};

use crate::diagnostics::Errors;
use crate::grammar::Attribute;
use crate::{expand, model, parse, validate};

/// Expands `#[api(options)] item`.
pub(crate) fn api(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(source) = parse::trait_source(item) else {
        errors.add(
            first_words(item),
            "`#[api]` can only be applied to a trait",
            "write `#[api] trait Tickets { .. }`, or `#[derive(Endpoint)]` for a struct",
        );
        let errors = errors.into_tokens();
        return quote!(#item #errors);
    };
    let mut declaration = model::declaration(options, source, &mut errors);
    validate::declaration(&mut declaration, &mut errors);
    let expansion = expand::declaration(&declaration);
    let errors = errors.into_tokens();
    quote!(#expansion #errors)
}

/// Expands `#[call_builder(options)] item`.
pub(crate) fn call_builder(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Ok(source) = syn::parse2::<ItemStruct>(item.clone()) else {
        errors.add(
            first_words(item),
            "`#[call_builder]` can only be applied to a struct",
            &format!("write `{}`", Attribute::CALL_BUILDER.example()),
        );
        let errors = errors.into_tokens();
        return quote!(#item #errors);
    };
    let call_builder = model::call_builder(options, source, &mut errors);
    let expansion = expand::call_builder(&call_builder);
    let errors = errors.into_tokens();
    quote!(#expansion #errors)
}

/// Expands `#[derive(Endpoint)] item`.
pub(crate) fn endpoint(item: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let mut request = model::request(input, &mut errors);
    validate::request(&mut request, &mut errors);
    let expansion = expand::request(&request);
    let errors = errors.into_tokens();
    quote!(#expansion #errors)
}

/// Returns the first tokens of an item, for an error on all of it: `pub struct Ticket`.
fn first_words(item: &TokenStream) -> TokenStream {
    use proc_macro2::TokenTree;
    let mut words: Vec<TokenTree> = item
        .clone()
        .into_iter()
        .skip_while(|token| !matches!(token, TokenTree::Ident(_)))
        .take_while(|token| matches!(token, TokenTree::Ident(_)))
        .take(4)
        .collect();
    if words.is_empty() {
        words.extend(item.clone().into_iter().take(1));
    }
    words.into_iter().collect()
}
