//! The whole pipeline as a library: it never panics, and its output is valid Rust or contains an error.

mod declarations;
mod edits;

use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;

use crate::pipeline;
use declarations::{Declared, call_builder, request, tokens, traits};
use edits::{Edit, edit};

/// Returns true if the output contains an error.
fn has_error(output: &TokenStream) -> bool {
    output.clone().into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "compile_error",
        TokenTree::Group(group) => has_error(&group.stream()),
        _ => false,
    })
}

fn is_rust(output: &TokenStream) -> bool {
    syn::parse2::<syn::File>(output.clone()).is_ok()
}

fn expand(options: &str, item: &str) -> Option<(TokenStream, TokenStream)> {
    let item: TokenStream = item.parse().ok()?;
    let output = pipeline::api(options.parse().ok()?, &item);
    Some((item, output))
}

fn expand_call_builder(options: &str, item: &str) -> Option<TokenStream> {
    Some(pipeline::call_builder(
        options.parse().ok()?,
        &item.parse().ok()?,
    ))
}

proptest! {
    #[test]
    fn valid_traits_expand_without_an_error(Declared { options, item } in traits()) {
        let (_, output) = expand(&options, &item).expect("the generator writes tokens");
        prop_assert!(!has_error(&output), "#[api({options})] {item}\n{output}");
        prop_assert!(is_rust(&output), "#[api({options})] {item}\n{output}");
    }

    #[test]
    fn traits_with_a_random_edit_expand_to_rust_or_say_why(
        Declared { options, item } in traits(),
        change in any::<Edit>(),
    ) {
        let edited = edit(&item, &change);
        if let Some((item, output)) = expand(&options, &edited) {
            // If it still is a trait, the output is valid Rust, with or without errors.
            let whole = syn::parse2::<syn::ItemTrait>(item).is_ok();
            prop_assert!(is_rust(&output) || (!whole && has_error(&output)), "{edited}\n{output}");
        }
    }

    #[test]
    fn options_with_a_random_edit_leave_the_trait_whole(
        Declared { options, item } in traits(),
        change in any::<Edit>(),
    ) {
        let edited = edit(&options, &change);
        if let Some((_, output)) = expand(&edited, &item) {
            prop_assert!(is_rust(&output), "#[api({edited})] {item}\n{output}");
        }
    }

    #[test]
    fn random_tokens_never_panic(options in tokens(), item in tokens()) {
        if let Some((item, output)) = expand(&options, &item) {
            let whole = syn::parse2::<syn::ItemTrait>(item).is_ok();
            prop_assert!(has_error(&output) || (whole && is_rust(&output)), "{output}");
        }
    }

    #[test]
    fn random_tokens_in_a_trait_never_panic(options in tokens(), body in tokens()) {
        let item = format!("pub trait Tickets {{ {body} }}");
        if let Some((_, output)) = expand(&options, &item) {
            prop_assert!(has_error(&output) || is_rust(&output), "{item}\n{output}");
        }
    }

    #[test]
    fn valid_call_builders_expand_without_an_error(Declared { options, item } in call_builder()) {
        let output = expand_call_builder(&options, &item).expect("the generator writes tokens");
        prop_assert!(!has_error(&output) && is_rust(&output), "#[call_builder({options})] {item}\n{output}");
    }

    #[test]
    fn call_builders_with_a_random_edit_expand_to_rust_or_say_why(
        Declared { options, item } in call_builder(),
        change in any::<Edit>(),
        edits_options in any::<bool>(),
    ) {
        let (options, item) = if edits_options {
            (edit(&options, &change), item)
        } else {
            (options, edit(&item, &change))
        };
        if let Some(output) = expand_call_builder(&options, &item) {
            prop_assert!(has_error(&output) || is_rust(&output), "#[call_builder({options})] {item}\n{output}");
        }
    }

    #[test]
    fn valid_structs_expand_without_an_error(item in request()) {
        let output = pipeline::endpoint(item.parse().expect("the generator writes tokens"));
        prop_assert!(!has_error(&output), "{item}\n{output}");
        prop_assert!(is_rust(&output), "{item}\n{output}");
    }

    #[test]
    fn structs_with_a_random_edit_expand_to_rust_or_say_why(item in request(), change in any::<Edit>()) {
        let edited = edit(&item, &change);
        if let Ok(tokens) = edited.parse::<TokenStream>() {
            let output = pipeline::endpoint(tokens);
            prop_assert!(has_error(&output) || is_rust(&output), "{edited}\n{output}");
        }
    }
}
