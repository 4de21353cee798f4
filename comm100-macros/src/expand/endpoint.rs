//! The implementation of `Endpoint` for a builder or a struct.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Attribute;

use super::fields::Access;
use super::spans::{Ends, at, moved, principal};
use super::{describe, encode, locations};
use crate::model::{
    Endpoint, Parameter, Place, Returns, Style, is_plain_path, plain_name, result_argument,
};
use crate::parse::mentions;

/// The type that implements `Endpoint`.
pub(super) struct Target<'a> {
    /// The path of the facade's hidden module.
    pub(super) runtime: &'a TokenStream,
    pub(super) name: &'a Ident,
    /// The trait or the struct, whose name no other in the module has.
    pub(super) declaring: &'a Ident,
    pub(super) implementation: TokenStream,
    pub(super) arguments: TokenStream,
    pub(super) clause: TokenStream,
    /// `cfg`s.
    pub(super) attributes: &'a [Attribute],
    pub(super) access: Access<'a>,
}

/// Returns `impl Endpoint for ..`.
pub(super) fn implementation(endpoint: &Endpoint, target: &Target<'_>) -> TokenStream {
    let site = Span::mixed_site();
    let Target {
        runtime,
        name,
        implementation,
        arguments,
        clause,
        attributes,
        access,
        ..
    } = target;
    let mut information = information(endpoint, runtime);
    let describe = cfg!(feature = "openapi").then(|| {
        information.extend(
            quote_spanned!(site=> .with_description(<Self as #runtime::Endpoint>::describe)),
        );
        describe::function(endpoint, runtime)
    });
    let statements = encode::statements(endpoint, *access, runtime);
    let request = if statements.is_empty() {
        quote_spanned!(site=> _)
    } else {
        quote_spanned!(site=> __request)
    };
    let returned = Returned::of(endpoint, target);
    let response = response(endpoint, returned.as_ref(), runtime);
    let alias = returned.and_then(|returned| returned.alias);
    let paged = endpoint.is_paged().then(|| {
        let place = locations::of_page(endpoint);
        let runtime = moved(runtime, place);
        quote_spanned! {place=>
            #(#attributes)*
            #[automatically_derived]
            impl #implementation #runtime::PagedEndpoint for #name #arguments #clause {
                type Item = <<Self as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Item;
            }
        }
    });
    quote_spanned! {site=>
        #alias
        #(#attributes)*
        #[automatically_derived]
        impl #implementation #runtime::Endpoint for #name #arguments #clause {
            #response
            const ENDPOINT: #runtime::EndpointInfo = #information;
            #[inline]
            fn encode(&self, #request: &mut #runtime::Encoder) {
                #statements
            }
            #describe
        }
        #paged
    }
}

/// A method's `Result<T>`, as generated code names it.
struct Returned {
    /// The alias; the type as written if that mentions a generic parameter, since an alias has no bounds.
    name: TokenStream,
    /// The declaration of the alias. Rustc reports a mistake in the type once for each item that spells it.
    alias: Option<TokenStream>,
}

impl Returned {
    fn of(endpoint: &Endpoint, target: &Target<'_>) -> Option<Self> {
        let Returns::Result(ty) = &endpoint.returns else {
            return None;
        };
        let is_generic = mentions(ty.to_token_stream(), &|word| {
            word == "Self" || mentions(target.implementation.clone(), &|other| other == word)
        });
        if is_generic {
            return Some(Self {
                name: ty.to_token_stream(),
                alias: None,
            });
        }
        let Target {
            name,
            declaring,
            attributes,
            ..
        } = target;
        let name = format_ident!("__{}{}Returned", declaring, name, span = at(principal(ty)));
        let alias = quote_spanned! {Span::mixed_site()=>
            #(#attributes)*
            #[doc(hidden)]
            type #name = #ty;
        };
        Some(Self {
            name: name.into_token_stream(),
            alias: Some(alias),
        })
    }
}

/// Returns the response's type and its decoder. Other items name the type as `Self::Response`.
fn response(
    endpoint: &Endpoint,
    returned: Option<&Returned>,
    runtime: &TokenStream,
) -> TokenStream {
    let site = locations::of_response(endpoint);
    let runtime = moved(runtime, site);
    let inner = match &endpoint.returns {
        Returns::Result(ty) => result_argument(ty),
        _ => None,
    };
    // Rustc shows a response type that is too private on these two words.
    let inner_site = inner.map_or(site, |inner| at(principal(inner)));
    let declaring = quote_spanned!(inner_site=> type Response);
    let returned = returned.map(|returned| &returned.name);
    let declared = match &endpoint.returns {
        // A name such as `TicketResult` may be another type; one with arguments seldom is.
        Returns::Result(ty) if is_plain_path(ty) => quote_spanned! {site=>
            <#runtime::Return<
                #returned,
                { use #runtime::NotResult as _; #runtime::Probe::<#returned>::IS_RESULT },
            > as #runtime::Selected>::Ok
        },
        Returns::Result(_) => quote_spanned!(site=> <#returned as #runtime::Fallible>::Ok),
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
    // The only place that needs the bounds, so that a mistake is reported once.
    let check = returned.map(|returned| {
        quote_spanned! {site=>
            let () = <<Self as #runtime::Endpoint>::Response as #runtime::ResponseOf<#returned>>::CHECKED;
        }
    });
    quote_spanned! {site=>
        #declaring = #declared;
        #[inline]
        fn decoder() -> #runtime::DecoderOf<Self> {
            #mention
            #check
            #[allow(unused_imports)]
            use #runtime::{JsonTag as _, TryFromResponseTag as _};
            #runtime::DecoderOf::new(
                #runtime::Tag::<<Self as #runtime::Endpoint>::Response>::new().decoder::<#named>()
            )
        }
    }
}

/// Returns a constant that makes rustc report an unknown version, once, on the user's literal.
pub(super) fn version_check(endpoint: &Endpoint, runtime: &TokenStream) -> Option<TokenStream> {
    let version = endpoint.metadata.version.as_ref()?;
    let location = at(version.span());
    let runtime = moved(runtime, location);
    Some(quote_spanned! {location=>
        const _: #runtime::ApiVersion = #runtime::declared_version(#version);
    })
}

/// Returns the `EndpointInfo` of an endpoint, as a constant expression.
pub(super) fn information(endpoint: &Endpoint, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let name = plain_name(&endpoint.name);
    let verb = format_ident!("{}", endpoint.verb.verb.variant, span = site);
    let path = endpoint.template.text();
    let parameters: Vec<TokenStream> = endpoint
        .placed()
        .flat_map(|(parameter, place)| parameter_information(parameter, place, runtime))
        .collect();
    let mut code = quote_spanned! {site=>
        #runtime::EndpointInfo::new(#name, #runtime::Verb::#verb, #path, &[#(#parameters),*])
    };
    let metadata = &endpoint.metadata;
    if let Some(permission) = &metadata.permission {
        code.extend(quote_spanned!(site=> .with_permission(#permission)));
    }
    if let Some(edition) = &metadata.edition {
        code.extend(quote_spanned!(site=> .with_edition(#edition)));
    }
    if let Some(version) = &metadata.version {
        code.extend(quote_spanned!(site=> .with_version(#version)));
    }
    if metadata.is_root {
        code.extend(quote_spanned!(site=> .with_root()));
    }
    if let Some(seconds) = metadata.timeout {
        code.extend(quote_spanned!(site=> .with_timeout(#seconds)));
    }
    if let Some(idempotent) = metadata.idempotent {
        code.extend(quote_spanned!(site=> .with_idempotence(#idempotent)));
    }
    code
}

/// Returns the entries of a parameter: one, or those of a flattened value with known keys.
fn parameter_information(
    parameter: &Parameter,
    place: &Place,
    runtime: &TokenStream,
) -> Vec<TokenStream> {
    let Place { kind, key, .. } = place;
    let required = !parameter.optional;
    let site = Span::mixed_site();
    let place = format_ident!("{}", kind.runtime.variant, span = site);
    let entry = |name: &str, required: bool| {
        quote_spanned! {site=>
            #runtime::ParameterInfo::new(#name, #runtime::Place::#place, #required)
        }
    };
    match &key.style {
        Style::Flattened(keys) if keys.is_empty() => {
            vec![entry(&parameter.plain_name(), required)]
        }
        Style::Flattened(keys) => keys
            .iter()
            .map(|key| entry(&key.wire, required && key.required))
            .collect(),
        _ => vec![entry(&key.wire, required)],
    }
}
