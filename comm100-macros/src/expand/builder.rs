//! The builder of one method: its struct, setters, and the ways to send it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};

use super::generics::{MethodGenerics, free};
use super::spans::{at, moved, named, starting_at};
use super::{docs, endpoint, traits};
use crate::model::{Declaration, Method, Parameter};

/// The builder's fields that are not parameters, by names that no parameter has.
pub(super) struct Fields {
    pub(super) options: Ident,
    pub(super) marker: Ident,
}

impl Fields {
    pub(super) fn of(method: &Method) -> Self {
        let free = |name: &str| {
            let mut name = name.to_owned();
            while method
                .endpoint
                .parameters
                .iter()
                .any(|parameter| parameter.plain_name() == name)
            {
                name.push('_');
            }
            Ident::new(&name, Span::mixed_site())
        };
        Self {
            options: free("options"),
            marker: free("marker"),
        }
    }
}

/// The builder and all that is implemented for it.
pub(super) fn builder(method: &Method, declaration: &Declaration) -> TokenStream {
    let site = Span::mixed_site();
    let facade = &declaration.facade;
    let runtime = quote_spanned!(site=> #facade::__private);
    let visibility = &declaration.header.vis;
    let mut cfgs = traits::conditions(&declaration.header.attrs);
    cfgs.extend(traits::conditions(&method.attributes));
    let name = &method.builder;
    let lifetime = &method.lifetime;
    let generics = MethodGenerics::of(method);
    let (implementation, arguments, clause) = generics.builder.split_for_impl();
    let declared = &generics.builder.params;
    let fields = Fields::of(method);
    let (options, marker) = (&fields.options, &fields.marker);
    let held = || {
        method
            .endpoint
            .parameters
            .iter()
            .filter(|parameter| parameter.is_held())
    };
    let values = held().map(|parameter| {
        let (name, ty) = (&parameter.name, &parameter.sent);
        if parameter.optional {
            quote_spanned!(site=> #name: ::core::option::Option<#ty>)
        } else {
            quote_spanned!(site=> #name: #ty)
        }
    });
    let marker_field = generics
        .marker
        .as_ref()
        .map(|marked| quote_spanned!(site=> #marker: #marked,));
    let setters = held()
        .filter(|parameter| parameter.optional)
        .map(|parameter| setter(parameter, declaration));
    let common = common(method, declaration, &runtime, &fields);
    let docs = docs::of_builder(method, &declaration.header.ident.to_string());
    let target = endpoint::Target {
        facade,
        name,
        implementation: quote_spanned!(site=> #implementation),
        arguments: quote_spanned!(site=> #arguments),
        clause: quote_spanned!(site=> #clause),
        attributes: &cfgs,
    };
    let endpoint = endpoint::implementation(&method.endpoint, &target);
    let place = endpoint::place_of_response(&method.endpoint);
    let shown_name = name.to_string();
    let debug = quote_spanned! {site=>
        #(#cfgs)*
        #[automatically_derived]
        impl #implementation ::core::fmt::Debug for #name #arguments #clause {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::RequestOptions::show(&<Self as #runtime::Endpoint>::ENDPOINT, #shown_name, formatter)
            }
        }
    };
    let runtime = moved(&runtime, place);
    let future = quote_spanned! {place=>
        #(#cfgs)*
        #[automatically_derived]
        impl #implementation ::core::future::IntoFuture for #name #arguments #clause {
            type Output = #runtime::Result<<Self as #runtime::Endpoint>::Response>;
            type IntoFuture = #runtime::Call<<Self as #runtime::Endpoint>::Response>;
            fn into_future(self) -> #runtime::Call<<Self as #runtime::Endpoint>::Response> {
                #runtime::RequestOptions::send(&self.#options, &self)
            }
        }
    };
    // Where rustc says that a builder lacks a method, it shows the user's method.
    let shown = at(method.endpoint.name.span());
    let shown_visibility = starting_at(visibility.to_token_stream(), shown);
    let structure = quote_spanned! {shown=>
        #shown_visibility struct #name<#declared> #clause {
            #options: #runtime::RequestOptions<#lifetime>,
            #marker_field
            #(#values,)*
        }
    };
    quote_spanned! {site=>
        #(#cfgs)*
        #docs
        #[must_use = "nothing is sent until the builder is awaited, or `.send()` and its call awaited"]
        #structure
        #(#cfgs)*
        #[automatically_derived]
        impl #implementation #name #arguments #clause {
            #(#setters)*
            #common
        }
        #endpoint
        #debug
        #future
    }
}

fn setter(parameter: &Parameter, declaration: &Declaration) -> TokenStream {
    let site = Span::mixed_site();
    let visibility = &declaration.header.vis;
    let (field, ty, lints) = (&parameter.name, &parameter.sent, &parameter.lints);
    let name = named(field);
    let twin = format_ident!("maybe_{}", parameter.plain_name(), span = name.span());
    let (docs, twin_docs) = (docs::of_setter(parameter), docs::of_twin(parameter));
    quote_spanned! {site=>
        #docs
        #(#lints)*
        #visibility fn #name(mut self, #field: #ty) -> Self {
            self.#field = ::core::option::Option::Some(#field);
            self
        }
        #twin_docs
        #(#lints)*
        #visibility fn #twin(mut self, #field: ::core::option::Option<#ty>) -> Self {
            self.#field = #field;
            self
        }
    }
}

/// The methods of every builder. Each is one call of the core.
fn common(
    method: &Method,
    declaration: &Declaration,
    runtime: &TokenStream,
    fields: &Fields,
) -> TokenStream {
    let site = endpoint::place_of_response(&method.endpoint);
    let runtime = &moved(runtime, site);
    let visibility = &declaration.header.vis;
    let options = &fields.options;
    let name = free("N", &method.generics);
    let value = free("V", &method.generics);
    let blocking = cfg!(feature = "blocking").then(|| {
        quote_spanned! {site=>
            /// Sends the request and waits for the response, on this thread.
            #visibility fn send_blocking(self) -> #runtime::Result<<Self as #runtime::Endpoint>::Response> {
                #runtime::RequestOptions::send_blocking(&self.#options, &self)
            }
        }
    });
    let pages = method
        .endpoint
        .is_paged()
        .then(|| pages(method, visibility, runtime, options));
    quote_spanned! {site=>
        /// What is known of the endpoint without asking it.
        #visibility const ENDPOINT: #runtime::EndpointInfo = <Self as #runtime::Endpoint>::ENDPOINT;
        /// Limits the whole call, with all its attempts, in place of the client's limit.
        #visibility fn timeout(mut self, limit: #runtime::Duration) -> Self {
            self.#options = #runtime::RequestOptions::timeout(self.#options, limit);
            self
        }
        /// Sets a header, in place of one of that name. `Authorization` and `Host` are refused.
        #visibility fn header<#name, #value>(mut self, name: #name, value: #value) -> Self
        where
            #name: ::core::convert::TryInto<#runtime::HeaderName>,
            #value: ::core::convert::TryInto<#runtime::HeaderValue>,
        {
            self.#options = #runtime::RequestOptions::header(self.#options, name, value);
            self
        }
        /// Encodes the request; the call that comes back borrows nothing, and sends it when polled.
        #visibility fn send(self) -> #runtime::Call<<Self as #runtime::Endpoint>::Response> {
            #runtime::RequestOptions::send(&self.#options, &self)
        }
        /// As [`send`](Self::send), for the response with its status and headers.
        #visibility fn send_with_response(self) -> #runtime::Call<#runtime::Response<<Self as #runtime::Endpoint>::Response>> {
            #runtime::RequestOptions::send_with_response(&self.#options, &self)
        }
        /// What would be sent, without sending it.
        #visibility fn request(&self) -> #runtime::Result<#runtime::HttpRequest<#runtime::Bytes>> {
            #runtime::RequestOptions::request(&self.#options, self)
        }
        #blocking
        #pages
    }
}

/// The methods of a list with pages.
fn pages(
    method: &Method,
    visibility: &syn::Visibility,
    runtime: &TokenStream,
    options: &Ident,
) -> TokenStream {
    let site = endpoint::place_of_page(&method.endpoint);
    let runtime = moved(runtime, site);
    quote_spanned! {site=>
        /// The pages one after the other, each with its number, fetched as they are asked for.
        #visibility fn pages(self) -> <<Self as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Pages {
            #runtime::PagedResponse::pages(&self.#options, &self)
        }
        /// The items of all pages, fetched as they are asked for.
        #visibility fn items(self) -> <<Self as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Items {
            #runtime::PagedResponse::items(&self.#options, &self)
        }
        /// Fetches up to this many pages ahead of the one that is worked on, in order.
        #visibility fn prefetch(mut self, pages: ::core::primitive::usize) -> Self {
            self.#options = #runtime::RequestOptions::prefetch(self.#options, pages);
            self
        }
        /// Stops after this many pages.
        #visibility fn max_pages(mut self, pages: ::core::primitive::u32) -> Self {
            self.#options = #runtime::RequestOptions::max_pages(self.#options, pages);
            self
        }
    }
}
