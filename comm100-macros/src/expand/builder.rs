//! The builder of one method: its struct, setters and call methods.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Generics;

use super::conditions::conditions;
use super::fields::{Access, builder_field, held};
use super::generics::{MethodGenerics, free, with_page_bound};
use super::spans::{at, moved, named, starting_at};
use super::{docs, endpoint, locations};
use crate::model::{Declaration, Method, Parameter};

/// The builder and its implementations; [`common`] makes what is the same in all builders of a trait.
pub(super) fn builder(
    method: &Method,
    declaration: &Declaration,
    common: &TokenStream,
) -> TokenStream {
    let site = Span::mixed_site();
    let facade = &declaration.facade;
    let runtime = quote_spanned!(site=> #facade::__private);
    let visibility = &declaration.header.vis;
    let mut cfgs = conditions(&declaration.header.attrs);
    cfgs.extend(conditions(&method.attributes));
    let name = &method.builder;
    let lifetime = &method.lifetime;
    let generics = MethodGenerics::of(method);
    let (implementation, arguments, clause) = generics.builder.split_for_impl();
    let declared = &generics.builder.params;
    let field = builder_field();
    let values = held(method).map(|parameter| {
        let ty = &parameter.sent;
        if parameter.optional {
            quote_spanned!(site=> ::core::option::Option<#ty>)
        } else {
            quote_spanned!(site=> #ty)
        }
    });
    let marker = generics.marker.iter();
    let setters = held(method)
        .filter(|parameter| parameter.optional)
        .map(|parameter| setter(parameter, method, declaration));
    let calls = calls(method, declaration, &runtime);
    let pages = method
        .endpoint
        .is_paged()
        .then(|| pages(method, visibility, &generics.builder, &runtime))
        .map(|pages| quote_spanned!(site=> #(#cfgs)* #pages));
    let docs = docs::of_builder(method, &declaration.header.ident.to_string());
    let paged_clause = method.endpoint.is_paged().then(|| {
        let bounded = with_page_bound(&generics.builder, &runtime);
        let (_, _, clause) = bounded.split_for_impl();
        quote_spanned!(site=> #clause)
    });
    let target = endpoint::Target {
        facade,
        name,
        implementation: quote_spanned!(site=> #implementation),
        arguments: quote_spanned!(site=> #arguments),
        clause: quote_spanned!(site=> #clause),
        attributes: &cfgs,
        access: Access::Builder(method),
        paged_clause,
    };
    let endpoint = endpoint::implementation(&method.endpoint, &target);
    let place = locations::of_response(&method.endpoint);
    let text = name.to_string();
    let debug = quote_spanned! {site=>
        #(#cfgs)*
        #[automatically_derived]
        impl #implementation ::core::fmt::Debug for #name #arguments #clause {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::show::<Self>(#text, formatter)
            }
        }
    };
    let never_future = never_future(&generics.builder, name, &runtime);
    let runtime = moved(&runtime, place);
    let future = quote_spanned! {place=>
        #(#cfgs)*
        #[automatically_derived]
        impl #implementation ::core::future::IntoFuture for #name #arguments #clause {
            type Output = #runtime::Result<<Self as #runtime::Endpoint>::Response>;
            type IntoFuture = #runtime::Call<<Self as #runtime::Endpoint>::Response>;
            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }
    };
    // Rustc shows the user's method where it reports that a builder lacks a method.
    let shown = at(method.endpoint.name.span());
    let shown_visibility = starting_at(visibility.to_token_stream(), shown);
    let structure = quote_spanned! {shown=>
        #shown_visibility struct #name<#declared> #clause {
            #field: (#runtime::RequestOptions<#lifetime>, #(#values,)* #(#marker,)*),
        }
    };
    quote_spanned! {site=>
        #(#cfgs)*
        #docs
        #[must_use = "a builder sends nothing until it is awaited; add `.await`"]
        #structure
        #(#cfgs)*
        #[automatically_derived]
        impl #implementation #name #arguments #clause {
            #(#setters)*
            #common
            #calls
        }
        #pages
        #endpoint
        #debug
        #future
        #(#cfgs)*
        #never_future
    }
}

/// A `Future` implementation that never applies. It makes rustc report how to send the builder where a
/// future is expected.
fn never_future(generics: &Generics, name: &Ident, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let (implementation, arguments, clause) = generics.split_for_impl();
    let predicates = clause.iter().flat_map(|clause| &clause.predicates);
    quote_spanned! {site=>
        #[doc(hidden)]
        #[automatically_derived]
        impl #implementation ::core::future::Future for #name #arguments
        where
            #(#predicates,)*
            Self: #runtime::AwaitOrSend,
        {
            type Output = <Self as #runtime::AwaitOrSend>::Output;
            fn poll(
                self: ::core::pin::Pin<&mut Self>,
                _: &mut ::core::task::Context<'_>,
            ) -> ::core::task::Poll<<Self as #runtime::AwaitOrSend>::Output> {
                ::core::task::Poll::Pending
            }
        }
    }
}

fn setter(parameter: &Parameter, method: &Method, declaration: &Declaration) -> TokenStream {
    let site = Span::mixed_site();
    let visibility = &declaration.header.vis;
    let (value, ty, lints) = (&parameter.name, &parameter.sent, &parameter.lints);
    let field = Access::Builder(method).field(parameter);
    let name = named(value);
    let twin = format_ident!("maybe_{}", parameter.plain_name(), span = name.span());
    let (docs, twin_docs) = (docs::of_setter(parameter), docs::of_twin(parameter));
    quote_spanned! {site=>
        #docs
        #(#lints)*
        #visibility fn #name(mut self, #value: #ty) -> Self {
            #field = ::core::option::Option::Some(#value);
            self
        }
        #twin_docs
        #(#lints)*
        #visibility fn #twin(mut self, #value: ::core::option::Option<#ty>) -> Self {
            #field = #value;
            self
        }
    }
}

/// The items of every builder that name no response. They are made once for a trait, because to quote them
/// takes longer than to copy them.
pub(super) fn common(declaration: &Declaration, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let visibility = &declaration.header.vis;
    let field = builder_field();
    let generics = declaration.methods.iter().map(|method| &method.generics);
    let generics = quote_spanned!(site=> #(#generics)*);
    let (name, value) = (free("N", &generics), free("V", &generics));
    quote_spanned! {site=>
        /// Static metadata of this endpoint.
        #visibility const ENDPOINT: #runtime::EndpointInfo = <Self as #runtime::Endpoint>::ENDPOINT;
        /// Sets the timeout of the whole call, with all its attempts. Defaults to the client's timeout.
        #visibility fn timeout(mut self, limit: #runtime::Duration) -> Self {
            self.#field.0.timeout = ::core::option::Option::Some(limit);
            self
        }
        /// Sets a header and replaces one of the same name. `Authorization`, `Host` and framing headers such
        /// as `Content-Length` are rejected; the client sets them.
        #visibility fn header<#name, #value>(mut self, name: #name, value: #value) -> Self
        where
            #name: ::core::convert::TryInto<#runtime::HeaderName>,
            #value: ::core::convert::TryInto<#runtime::HeaderValue>,
        {
            #runtime::header(&mut self.#field.0, name, value);
            self
        }
    }
}

/// The methods of every builder that make the request; each is one call of the core.
fn calls(method: &Method, declaration: &Declaration, runtime: &TokenStream) -> TokenStream {
    let site = locations::of_response(&method.endpoint);
    let runtime = &moved(runtime, site);
    let visibility = &declaration.header.vis;
    let field = builder_field();
    let blocking = cfg!(feature = "blocking").then(|| {
        quote_spanned! {site=>
            /// Sends the request and blocks the thread until the response arrives. Inside an async runtime, which
            /// it would block, it is a `Config` error.
            #visibility fn send_blocking(self) -> #runtime::Result<<Self as #runtime::Endpoint>::Response> {
                #runtime::send_blocking(&self.#field.0, &self)
            }
        }
    });
    quote_spanned! {site=>
        /// Encodes the request and returns the call, which borrows nothing and sends it when polled.
        #visibility fn send(self) -> #runtime::Call<<Self as #runtime::Endpoint>::Response> {
            #runtime::send(&self.#field.0, &self)
        }
        /// Like [`send`](Self::send), but the call returns the response with its status and headers.
        #visibility fn send_with_response(self) -> #runtime::Call<#runtime::Response<<Self as #runtime::Endpoint>::Response>> {
            #runtime::send_with_response(&self.#field.0, &self)
        }
        /// Returns the request that would be sent, without sending it.
        #visibility fn request(&self) -> #runtime::Result<#runtime::HttpRequest<#runtime::Bytes>> {
            #runtime::request(&self.#field.0, self)
        }
        #blocking
    }
}

/// The methods of a list with pages. They exist only if the response is a page, which is reported
/// elsewhere, once.
fn pages(
    method: &Method,
    visibility: &syn::Visibility,
    generics: &Generics,
    runtime: &TokenStream,
) -> TokenStream {
    let site = locations::of_page(&method.endpoint);
    let field = builder_field();
    let runtime = moved(runtime, site);
    let name = &method.builder;
    let generics = with_page_bound(generics, &runtime);
    let (implementation, arguments, clause) = generics.split_for_impl();
    quote_spanned! {site=>
        #[automatically_derived]
        impl #implementation #name #arguments #clause {
        /// Returns a stream of the pages with their numbers, which fetches each page when it is polled.
        #visibility fn pages(self) -> <<Self as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Pages {
            #runtime::PagedResponse::pages(&self.#field.0, &self)
        }
        /// Returns a stream of the items of all pages, which fetches each page when it is needed.
        #visibility fn items(self) -> <<Self as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Items {
            #runtime::PagedResponse::items(&self.#field.0, &self)
        }
        /// Fetches up to this many pages ahead, in order; at most 64, by default none.
        #visibility fn prefetch(mut self, pages: ::core::primitive::usize) -> Self {
            #runtime::RequestOptions::prefetch(&mut self.#field.0, pages);
            self
        }
        /// Stops the stream after this many pages.
        #visibility fn max_pages(mut self, pages: ::core::primitive::u32) -> Self {
            #runtime::RequestOptions::max_pages(&mut self.#field.0, pages);
            self
        }
        }
    }
}
