//! The trait with its provided methods, and its implementation for everything that provides a client.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use super::fields::{builder_field, held};
use super::generics::{MethodGenerics, free};
use super::inherited::{conditions, inherited};
use super::runtime::Runtime;
use super::{builder, call_builder, docs, endpoint};
use crate::model::{Declaration, Method, plain_name};

/// Returns the trait, its implementation, and the builders.
pub(crate) fn declaration(declaration: &Declaration) -> TokenStream {
    let site = Span::mixed_site();
    let header = &declaration.header;
    let import = Runtime::new(&declaration.facade, &header.ident);
    let runtime = import.path();
    let (attributes, visibility, name) = (&header.attrs, &header.vis, &header.ident);
    let inherited = inherited(attributes);
    let own = header.supertraits.iter();
    let supertraits = quote_spanned! {site=>
        ::core::convert::AsRef<#runtime::Client> + ::core::marker::Send + ::core::marker::Sync #(+ #own)*
    };
    let provider = free("T", &quote_spanned!(site=> #name #supertraits));
    // The user's may be one of those that are added.
    let repeats = (!header.supertraits.is_empty())
        .then(|| quote_spanned!(site=> #[allow(clippy::trait_duplication_in_bounds)]));
    let token = &header.trait_token;
    let allowed_links = docs::allowed_links();
    let methods = declaration
        .methods
        .iter()
        .map(|declared| method(declared, &runtime));
    let own_endpoints = declaration
        .methods
        .iter()
        .any(|method| plain_name(&method.endpoint.name) == "endpoints");
    // A method of that name is reported already; a second `endpoints` would be another error.
    let endpoints = (!own_endpoints).then(|| endpoints(declaration, &runtime));
    let own_call_builder = declaration
        .own_call_builder()
        .map(|own| call_builder::expanded(&own, &runtime));
    let builders = declaration
        .methods
        .iter()
        .map(|declared| builder::builder(declared, declaration, &runtime));
    let version = declaration
        .methods
        .first()
        .and_then(|first| endpoint::version_check(&first.endpoint, &runtime))
        .map(|check| quote_spanned!(site=> #(#inherited)* #check));
    let import = import.import(&inherited);
    quote_spanned! {site=>
        #import
        #version
        #(#attributes)*
        #allowed_links
        #repeats
        #visibility #token #name: #supertraits {
            #(#methods)*
            #endpoints
        }
        #(#inherited)*
        #repeats
        #[automatically_derived]
        impl<#provider: ?::core::marker::Sized + #supertraits> #name for #provider {}
        #own_call_builder
        #(#builders)*
    }
}

fn method(method: &Method, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let name = &method.endpoint.name;
    let builder = &method.builder;
    let attributes = &method.attributes;
    let docs = docs::of_method(method);
    let double = attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("must_use"))
        .then(|| quote_spanned!(site=> #[allow(clippy::double_must_use)]));
    let many = (method.endpoint.parameters.len() > 6)
        .then(|| quote_spanned!(site=> #[allow(clippy::too_many_arguments)]));
    let generics = MethodGenerics::of(method);
    let (parameters, lifetime, arguments, clause) = generics.method();
    let required = method
        .endpoint
        .parameters
        .iter()
        .filter(|parameter| !parameter.optional);
    let inputs = required.clone().map(|parameter| {
        let (lints, name) = (&parameter.lints, &parameter.name);
        let ty = if lifetime.is_some() {
            &parameter.sent
        } else {
            &parameter.written
        };
        quote_spanned!(site=> #(#lints)* #name: #ty)
    });
    let unsent = required
        .clone()
        .filter(|parameter| !parameter.has_field())
        .map(|parameter| &parameter.name);
    let (field, values_type) = (builder_field(), method.values());
    let values = held(method).map(|parameter| {
        let name = &parameter.name;
        if parameter.optional {
            quote_spanned!(site=> ::core::option::Option::None)
        } else {
            quote_spanned!(site=> #name)
        }
    });
    let marker = generics
        .marker
        .as_ref()
        .map(|_| quote_spanned!(site=> ::core::marker::PhantomData,));
    quote_spanned! {site=>
        #(#attributes)*
        #docs
        #double
        #many
        fn #name #parameters(& #lifetime self #(, #inputs)*) -> #builder #arguments #clause {
            #(let _ = &#unsent;)*
            #builder {
                #field: (#runtime::options(self), #values_type(#(#values,)* #marker)),
            }
        }
    }
}

/// Returns `fn endpoints()`.
fn endpoints(declaration: &Declaration, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let listed = declaration.methods.iter().map(|method| {
        let cfgs = conditions(&method.attributes);
        let builder = &method.builder;
        // The constant of a generic builder cannot be named without type arguments.
        let information = if MethodGenerics::of(method).is_dyn_compatible() {
            quote_spanned!(site=> #builder::ENDPOINT)
        } else {
            let information = endpoint::information(&method.endpoint, runtime);
            quote_spanned!(site=> {
                const INFORMATION: #runtime::EndpointInfo = #information;
                INFORMATION
            })
        };
        quote_spanned!(site=> #(#cfgs)* #information)
    });
    quote_spanned! {site=>
        /// Returns the trait's endpoints, in the declared order.
        fn endpoints() -> &'static [#runtime::EndpointInfo]
        where
            Self: ::core::marker::Sized,
        {
            const { &[#(#listed),*] }
        }
    }
}
