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
    let runtime = quote_spanned!(site=> #facade::__private);
    let mut information = information(endpoint, &runtime);
    let describe = cfg!(feature = "openapi").then(|| {
        information.extend(
            quote_spanned!(site=> .with_description(<Self as #runtime::Endpoint>::describe)),
        );
        describe::function(endpoint, &runtime)
    });
    let statements = encode::statements(endpoint, &runtime);
    let request = if statements.is_empty() {
        quote_spanned!(site=> _)
    } else {
        quote_spanned!(site=> request)
    };
    let response = response(endpoint, &runtime);
    let paged = endpoint.is_paged().then(|| {
        let place = place_of_page(endpoint);
        let runtime = moved(&runtime, place);
        quote_spanned! {place=>
            #(#attributes)*
            #[automatically_derived]
            impl #implementation #runtime::PagedEndpoint for #name #arguments #clause {
                type Item = <<Self as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Item;
            }
        }
    });
    quote_spanned! {site=>
        #(#attributes)*
        #[automatically_derived]
        impl #implementation #runtime::Endpoint for #name #arguments #clause {
            #response
            const ENDPOINT: #runtime::EndpointInfo = #information;
            fn encode(&self, #request: &mut #runtime::Encoder) {
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
fn response(endpoint: &Endpoint, runtime: &TokenStream) -> TokenStream {
    let site = place_of_response(endpoint);
    let runtime = moved(runtime, site);
    let inner = match &endpoint.returns {
        Returns::Result(ty) => inner(ty),
        _ => None,
    };
    // Its visibility is checked too, and a mistake in that is shown on these two words.
    let inner_site = inner.map_or(site, |inner| at(principal(inner)));
    let declaring = quote_spanned!(inner_site=> type Response);
    let declared = match &endpoint.returns {
        Returns::Result(ty) => quote_spanned!(site=> <#ty as #runtime::Returned>::Ok),
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
    let named = ends.own(quote_spanned!(site=> <Self as #runtime::Endpoint>::Response));
    quote_spanned! {site=>
        #declaring = #declared;
        fn decoder() -> #runtime::Decoder<<Self as #runtime::Endpoint>::Response> {
            #mention
            #[allow(unused_imports)]
            use #runtime::{JsonTag as _, TryFromResponseTag as _};
            #runtime::Tag::<<Self as #runtime::Endpoint>::Response>::new().decoder::<#named>()
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
pub(super) fn information(endpoint: &Endpoint, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let name = plain_name(&endpoint.name);
    let verb = format_ident!("{}", endpoint.verb.kind.variant(), span = site);
    let path = endpoint.template.text();
    let parameters: Vec<TokenStream> = endpoint
        .parameters
        .iter()
        .filter(|parameter| parameter.is_sound())
        .flat_map(|parameter| parameter_information(parameter, runtime))
        .collect();
    let mut code =
        quote_spanned!(site=> #runtime::EndpointInfo::new(#name, #runtime::Verb::#verb, #path));
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
fn parameter_information(parameter: &Parameter, runtime: &TokenStream) -> Vec<TokenStream> {
    let plain = parameter.plain_name();
    let required = !parameter.optional;
    match &parameter.place {
        Place::Path | Place::None => vec![entry("Path", &plain, required, runtime)],
        Place::Json => vec![entry("Json", &plain, required, runtime)],
        Place::Header(key) => vec![entry("Header", &key.wire, required, runtime)],
        Place::Query(key) => keyed("Query", key, &plain, required, runtime),
        Place::Form(key) => keyed("Form", key, &plain, required, runtime),
    }
}

fn keyed(
    place: &str,
    key: &Key,
    plain: &str,
    required: bool,
    runtime: &TokenStream,
) -> Vec<TokenStream> {
    match &key.style {
        Style::Flattened(keys) if keys.is_empty() => vec![entry(place, plain, required, runtime)],
        Style::Flattened(keys) => keys
            .iter()
            .map(|key| entry(place, &key.wire, required && key.required, runtime))
            .collect(),
        _ => vec![entry(place, &key.wire, required, runtime)],
    }
}

fn entry(place: &str, name: &str, required: bool, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let place = format_ident!("{place}", span = site);
    quote_spanned!(site=> #runtime::ParameterInfo::new(#name, #runtime::Place::#place, #required))
}
