//! The trait `Endpoint`, for a builder or a user's struct.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{Attribute, GenericArgument, PathArguments, Type};

use super::spans::{Ends, at, moved, principal};
use super::{describe, encode};
use crate::model::{Endpoint, Key, Parameter, Place, Returns, Style, plain_name};

/// The type that becomes an endpoint.
pub(super) struct Target<'a> {
    pub(super) facade: &'a TokenStream,
    pub(super) name: &'a Ident,
    pub(super) implementation: TokenStream,
    pub(super) arguments: TokenStream,
    pub(super) clause: TokenStream,
    /// `cfg`s.
    pub(super) attributes: &'a [Attribute],
}

/// `impl Endpoint for ..`.
pub(super) fn implementation(endpoint: &Endpoint, target: &Target<'_>) -> TokenStream {
    let site = Span::mixed_site();
    let Target {
        facade,
        name,
        implementation,
        arguments,
        clause,
        attributes,
    } = target;
    let door = quote_spanned!(site=> #facade::__private);
    let mut information = information(endpoint, &door);
    let describe = cfg!(feature = "openapi").then(|| {
        information
            .extend(quote_spanned!(site=> .with_description(<Self as #door::Endpoint>::describe)));
        describe::function(endpoint, &door)
    });
    let statements = encode::statements(endpoint, &door);
    let request = if statements.is_empty() {
        quote_spanned!(site=> _)
    } else {
        quote_spanned!(site=> request)
    };
    let response = response(endpoint, &door);
    let paged = endpoint.is_paged().then(|| {
        let place = place_of_page(endpoint);
        let door = moved(&door, place);
        quote_spanned! {place=>
            #(#attributes)*
            #[automatically_derived]
            impl #implementation #door::PagedEndpoint for #name #arguments #clause {
                type Item = <<Self as #door::Endpoint>::Response as #door::PagedResponse>::Item;
            }
        }
    });
    quote_spanned! {site=>
        #(#attributes)*
        #[automatically_derived]
        impl #implementation #door::Endpoint for #name #arguments #clause {
            #response
            const ENDPOINT: #door::EndpointInfo = #information;
            fn encode(&self, #request: &mut #door::Encoder) {
                #statements
            }
            #describe
        }
        #paged
    }
}

/// Where a mistake in the response's type is shown. Rustc tells it once for each place in the
/// expansion that depends on the type, and shows what is the same at the same place only once: so
/// all of them are put at one token.
pub(super) fn place_of_response(endpoint: &Endpoint) -> Span {
    match &endpoint.returns {
        Returns::Result(ty) | Returns::Value(ty) | Returns::Wrong(ty) => at(principal(ty)),
        Returns::Nothing => at(endpoint.name.span()),
    }
}

/// The response's type, written once; everything else says `Self::Response`.
fn response(endpoint: &Endpoint, door: &TokenStream) -> TokenStream {
    let site = place_of_response(endpoint);
    let door = moved(door, site);
    let inner = match &endpoint.returns {
        Returns::Result(ty) => inner(ty),
        _ => None,
    };
    // Its visibility is checked too, and a mistake in that is shown on these two words.
    let inner_site = inner.map_or(site, |inner| at(principal(inner)));
    let declaring = quote_spanned!(inner_site=> type Response);
    let declared = match &endpoint.returns {
        Returns::Result(ty) => quote_spanned!(site=> <#ty as #door::Returned>::Ok),
        Returns::Value(ty) => ty.to_token_stream(),
        Returns::Wrong(_) | Returns::Nothing => quote_spanned!(site=> ()),
    };
    let mention = match &endpoint.returns {
        Returns::Wrong(ty) => Some(
            quote_spanned!(site=> let _: ::core::option::Option<fn() -> #ty> = ::core::option::Option::None;),
        ),
        _ => None,
    };
    let ends = match (&endpoint.returns, inner) {
        (_, Some(ty)) | (Returns::Result(ty) | Returns::Value(ty), None) => Ends::of(ty),
        _ => Ends::of(&endpoint.name),
    };
    let named = ends.own(quote_spanned!(site=> <Self as #door::Endpoint>::Response));
    quote_spanned! {site=>
        #declaring = #declared;
        fn decoder() -> #door::Decoder<<Self as #door::Endpoint>::Response> {
            #mention
            use #door::{JsonTag as _, RefusalTag as _};
            #door::Tag::<<Self as #door::Endpoint>::Response>::new().decoder::<#named>()
        }
    }
}

/// The `T` in `Result<T>`, as far as spelling tells it.
fn inner(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else {
        return None;
    };
    match &path.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(inner) => Some(inner),
                _ => None,
            })
        }
        _ => None,
    }
}

/// Where it is said that a response is no page: on `T`.
pub(super) fn place_of_page(endpoint: &Endpoint) -> Span {
    match &endpoint.returns {
        Returns::Result(ty) => at(principal(inner(ty).unwrap_or(ty))),
        _ => place_of_response(endpoint),
    }
}

/// The `EndpointInfo` of an endpoint, as a constant expression.
pub(super) fn information(endpoint: &Endpoint, door: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let name = plain_name(&endpoint.name);
    let verb = format_ident!("{}", endpoint.verb.kind.variant(), span = site);
    let path = endpoint.template.text();
    let parameters: Vec<TokenStream> = endpoint
        .parameters
        .iter()
        .filter(|parameter| parameter.is_sound())
        .flat_map(|parameter| parameter_information(parameter, door))
        .collect();
    let mut code =
        quote_spanned!(site=> #door::EndpointInfo::new(#name, #door::Verb::#verb, #path));
    if !parameters.is_empty() {
        code.extend(quote_spanned!(site=> .with_parameters(&[#(#parameters),*])));
    }
    let facts = &endpoint.facts;
    if let Some(permission) = &facts.permission {
        code.extend(quote_spanned!(site=> .with_permission(#permission)));
    }
    if let Some(edition) = &facts.edition {
        code.extend(quote_spanned!(site=> .with_edition(#edition)));
    }
    if let Some(version) = facts.version {
        code.extend(quote_spanned!(site=> .with_version(#version)));
    }
    if let Some(idempotent) = facts.idempotent {
        code.extend(quote_spanned!(site=> .with_idempotence(#idempotent)));
    }
    code
}

/// The entries of a parameter: one, or those of a flattened value whose keys are known.
fn parameter_information(parameter: &Parameter, door: &TokenStream) -> Vec<TokenStream> {
    let plain = parameter.plain_name();
    let required = !parameter.optional;
    match &parameter.place {
        Place::Path | Place::None => vec![entry("Path", &plain, required, door)],
        Place::Json => vec![entry("Json", &plain, required, door)],
        Place::Header(key) => vec![entry("Header", &key.wire, required, door)],
        Place::Query(key) => keyed("Query", key, &plain, required, door),
        Place::Form(key) => keyed("Form", key, &plain, required, door),
    }
}

fn keyed(
    place: &str,
    key: &Key,
    plain: &str,
    required: bool,
    door: &TokenStream,
) -> Vec<TokenStream> {
    match &key.style {
        Style::Flattened(keys) if keys.is_empty() => vec![entry(place, plain, required, door)],
        Style::Flattened(keys) => keys
            .iter()
            .map(|key| entry(place, &key.wire, required && key.required, door))
            .collect(),
        _ => vec![entry(place, &key.wire, required, door)],
    }
}

fn entry(place: &str, name: &str, required: bool, door: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let place = format_ident!("{place}", span = site);
    quote_spanned!(site=> #door::ParameterInfo::new(#name, #door::Place::#place, #required))
}
