//! With the feature `openapi`: what tells an endpoint's types and words to a document.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::Type;

use super::docs;
use super::encode::place_of_function;
use super::endpoint::place_of_response;
use super::spans::moved;
use crate::model::{Endpoint, Key, Parameter, Place, Style};

/// `fn describe()`.
pub(super) fn function(endpoint: &Endpoint, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let words = docs::words(&endpoint.docs);
    let resource = docs::words(&endpoint.about);
    let place = place_of_response(endpoint);
    let response = {
        let runtime = moved(runtime, place);
        quote_spanned! {place=>
            &#runtime::SchemaTag::<<Self as #runtime::Endpoint>::Response>::new().source()
        }
    };
    let parameters = endpoint
        .parameters
        .iter()
        .filter(|parameter| parameter.is_sound())
        .map(|declared| parameter(declared, runtime));
    quote_spanned! {site=>
        fn describe(description: &mut #runtime::Description) {
            #[allow(unused_imports)]
            use #runtime::NoSchemaTag as _;
            #runtime::Description::docs(description, #words, #resource);
            #runtime::Description::response(description, #response);
            #(#parameters)*
        }
    }
}

fn parameter(parameter: &Parameter, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let plain = parameter.plain_name();
    let (place, wire, key) = match &parameter.place {
        Place::Path | Place::None => ("Path", &plain, None),
        Place::Json => ("Json", &plain, None),
        Place::Header(key) => ("Header", &key.wire, None),
        Place::Query(key) => ("Query", &key.wire, Some(key)),
        Place::Form(key) => ("Form", &key.wire, Some(key)),
    };
    let place = format_ident!("{place}", span = site);
    let style = match key.map(|key| &key.style) {
        Some(Style::Joined(separator)) => quote_spanned!(site=> Joined(#separator)),
        Some(Style::Flattened(_)) => quote_spanned!(site=> Flattened),
        _ => quote_spanned!(site=> Plain),
    };
    let words = docs::words(&parameter.docs);
    let typed = typed(parameter, key, runtime);
    quote_spanned! {site=>
        #runtime::Description::parameter(
            description,
            #runtime::Place::#place,
            #wire,
            #words,
            #runtime::Style::#style,
            &#typed.source(),
        );
    }
}

/// The type that is written: the parameter's, or what the user's function makes of it.
fn typed(parameter: &Parameter, key: Option<&Key>, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let sent = &parameter.sent;
    if let Some(with) = key.and_then(|key| key.with.as_ref()) {
        // At the place at which encoding calls it, so that a mistake is told once.
        let place = place_of_function(with);
        let call = quote_spanned!(place=> |value| #with(value));
        return quote_spanned!(site=> #runtime::SchemaTag::made::<#sent>(#call));
    }
    let ty = match sent {
        Type::Reference(reference) if reference.mutability.is_none() => &*reference.elem,
        owned => owned,
    };
    quote_spanned!(site=> #runtime::SchemaTag::<#ty>::new())
}
