//! With the feature `openapi`: the schemas and doc comments of an endpoint.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::Type;

use super::docs;
use super::locations;
use super::spans::moved;
use crate::model::{Endpoint, Key, Parameter, Place, Style, peeled};

/// Returns `fn describe()`.
pub(super) fn function(endpoint: &Endpoint, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let text = docs::text(&endpoint.docs);
    let trait_text = docs::text(&endpoint.trait_docs);
    let location = locations::of_response(endpoint);
    let response = {
        let runtime = moved(runtime, location);
        quote_spanned! {location=>
            &#runtime::SchemaTag::<<Self as #runtime::Endpoint>::Response>::new().source()
        }
    };
    let parameters = endpoint
        .placed()
        .map(|(declared, place)| parameter(declared, place, runtime));
    quote_spanned! {site=>
        #[inline]
        fn describe(__description: &mut #runtime::Description) {
            #[allow(unused_imports)]
            use #runtime::NoSchemaTag as _;
            #runtime::Description::docs(__description, #text, #trait_text);
            #runtime::Description::response(__description, #response);
            #(#parameters)*
        }
    }
}

fn parameter(parameter: &Parameter, place: &Place, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let Place {
        kind,
        key,
        content_type,
        ..
    } = place;
    let wire = &key.wire;
    let place = format_ident!("{}", kind.runtime.variant, span = site);
    let style = match &key.style {
        Style::Joined(separator) => quote_spanned!(site=> Joined(#separator)),
        Style::Flattened(_) => quote_spanned!(site=> Flattened),
        _ => quote_spanned!(site=> Plain),
    };
    let text = docs::text(&parameter.docs);
    let typed = typed(parameter, key, runtime);
    let body_type = content_type.as_ref().map(|content_type| {
        quote_spanned!(site=> #runtime::Description::body_type(__description, #content_type);)
    });
    quote_spanned! {site=>
        #body_type
        #runtime::Description::parameter(
            __description,
            #runtime::Place::#place,
            #wire,
            #text,
            #runtime::Style::#style,
            &#typed.source(),
        );
    }
}

/// Returns the type that is encoded: the parameter's, or that of the user's function.
fn typed(parameter: &Parameter, key: &Key, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let sent = &parameter.sent;
    if let Some(with) = &key.with {
        // At the location at which encoding calls it, so that a mistake is reported once.
        let location = locations::of_function(with);
        let call = quote_spanned!(location=> |__value| #with(__value));
        return quote_spanned!(site=> #runtime::SchemaTag::made::<#sent>(#call));
    }
    let ty = match sent {
        Type::Reference(reference) if reference.mutability.is_none() => peeled(&reference.elem),
        owned => peeled(owned),
    };
    quote_spanned!(site=> #runtime::SchemaTag::<#ty>::new())
}
