//! A call builder: the generic type of which the builders of a trait are aliases. Rustc checks it once.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::docs;
use super::fields::builder_field;
use super::inherited::inherited;
use super::runtime::Runtime;
use super::spans::{at, starting_at};
use crate::model::{CallBuilder, SharedCallBuilder};

/// Returns a call builder that traits share.
pub(crate) fn call_builder(shared: &SharedCallBuilder) -> TokenStream {
    let call_builder = &shared.call_builder;
    let import = Runtime::new(&shared.facade, &call_builder.name);
    let expanded = expanded(call_builder, &import.path());
    let import = import.import(&inherited(&call_builder.attributes));
    quote!(#import #expanded)
}

/// Returns the type, its methods and implementations.
pub(super) fn expanded(call_builder: &CallBuilder, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let inherited = inherited(&call_builder.attributes);
    let (name, visibility) = (&call_builder.name, &call_builder.visibility);
    let attributes = attributes(call_builder);
    let field = builder_field();
    // Traits in other modules set the field. Were it private, rustc would report it too where another crate names
    // the call builder.
    let is_shared = call_builder.declaring.is_none();
    let field_visibility = is_shared.then(|| quote!(#[doc(hidden)] pub));
    // Rustc shows the user's item where it reports that a builder lacks a method.
    let shown = at(call_builder.declaring.as_ref().unwrap_or(name).span());
    let shown_visibility = starting_at(visibility.to_token_stream(), shown);
    let structure = quote_spanned! {shown=>
        #shown_visibility struct #name<'a, V> {
            #field_visibility #field: (#runtime::RequestOptions<'a>, V),
        }
    };
    let methods = methods(visibility, runtime);
    let pages = call_builder
        .is_paged
        .then(|| pages(name, visibility, &inherited, runtime));
    let traits = traits(name, &inherited, runtime);
    quote_spanned! {site=>
        #attributes
        #structure
        #(#inherited)*
        #[automatically_derived]
        impl<'a, V: #runtime::Endpoint> #name<'a, V> {
            #methods
        }
        #pages
        #traits
    }
}

/// Returns the attributes of the type: the user's, or those of a trait's own call builder.
fn attributes(call_builder: &CallBuilder) -> TokenStream {
    let declared = &call_builder.attributes;
    let must_use =
        quote!(#[must_use = "a builder sends nothing until it is awaited; add `.await`"]);
    let Some(declaring) = &call_builder.declaring else {
        let has_own = declared
            .iter()
            .any(|attribute| attribute.path().is_ident("must_use"));
        let must_use = (!has_own).then_some(must_use);
        return quote!(#(#declared)* #must_use);
    };
    let inherited = inherited(declared);
    let link = docs::link(&declaring.to_string());
    let text = format!(
        "A builder of {link}: a call with its options and the values of one method's parameters. \
         It sends nothing until it is awaited."
    );
    let allowed_links = docs::allowed_links();
    quote!(#(#inherited)* #allowed_links #[doc = #text] #must_use)
}

/// Returns the methods of every builder; each that makes the request is one call of the core. Argument names have
/// two words, since a single word may be the name of a constant in the user's module.
fn methods(visibility: &syn::Visibility, runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let field = builder_field();
    let blocking = cfg!(feature = "blocking").then(|| {
        quote_spanned! {site=>
            /// Sends the request and blocks the thread until the response arrives. Inside an async runtime, which
            /// it would block, it is a `Config` error.
            #visibility fn send_blocking(self) -> #runtime::Result<<V as #runtime::Endpoint>::Response> {
                #runtime::send_blocking(&self.#field.0, &self.#field.1)
            }
        }
    });
    quote_spanned! {site=>
        /// Static metadata of this endpoint.
        #visibility const ENDPOINT: #runtime::EndpointInfo = V::ENDPOINT;
        /// Sets the timeout of the whole call, with all its attempts. Defaults to the timeout that the
        /// endpoint declares, else to the client's. More than 24 hours count as 24 hours.
        #visibility fn timeout(mut self, time_limit: #runtime::Duration) -> Self {
            #runtime::timeout(&mut self.#field.0, time_limit);
            self
        }
        /// Sets a header and replaces one of the same name. `Authorization`, `Host` and framing headers such
        /// as `Content-Length` are rejected; the client sets them.
        #visibility fn header<Name, Value>(mut self, header_name: Name, header_value: Value) -> Self
        where
            Name: ::core::convert::TryInto<#runtime::HeaderName>,
            Value: ::core::convert::TryInto<#runtime::HeaderValue>,
        {
            #runtime::header(&mut self.#field.0, header_name, header_value);
            self
        }
        /// Encodes the request and returns the call, which borrows nothing and sends it when polled.
        #visibility fn send(self) -> #runtime::Call<<V as #runtime::Endpoint>::Response> {
            #runtime::send(&self.#field.0, &self.#field.1)
        }
        /// Like [`send`](Self::send), but the call returns the response with its status and headers.
        #visibility fn send_with_response(self) -> #runtime::Call<#runtime::Response<<V as #runtime::Endpoint>::Response>> {
            #runtime::send_with_response(&self.#field.0, &self.#field.1)
        }
        /// Returns the request that would be sent, without sending it. It has the client's authorization,
        /// marked as sensitive; a token only if the client has one already. A form with a file is a `Request`
        /// error, since only an attempt opens the file.
        #visibility fn request(&self) -> #runtime::Result<#runtime::HttpRequest<#runtime::Bytes>> {
            #runtime::request(&self.#field.0, &self.#field.1)
        }
        #blocking
    }
}

/// Returns the methods of lists with pages.
fn pages(
    name: &Ident,
    visibility: &syn::Visibility,
    inherited: &[syn::Attribute],
    runtime: &TokenStream,
) -> TokenStream {
    let site = Span::mixed_site();
    let field = builder_field();
    quote_spanned! {site=>
        #(#inherited)*
        #[automatically_derived]
        impl<'a, V: #runtime::PagedEndpoint> #name<'a, V>
        where
            <V as #runtime::Endpoint>::Response: #runtime::PagedResponse,
        {
            /// Returns a stream of the pages with their numbers, which fetches each page when it is polled.
            #visibility fn pages(self) -> <<V as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Pages {
                #runtime::PagedResponse::pages(&self.#field.0, &self.#field.1)
            }
            /// Returns a stream of the items of all pages, which fetches each page when it is needed.
            #visibility fn items(self) -> <<V as #runtime::Endpoint>::Response as #runtime::PagedResponse>::Items {
                #runtime::PagedResponse::items(&self.#field.0, &self.#field.1)
            }
            /// Fetches up to this many pages ahead, in order; at most 64, by default none.
            #visibility fn prefetch(mut self, page_count: ::core::primitive::usize) -> Self {
                #runtime::RequestOptions::prefetch(&mut self.#field.0, page_count);
                self
            }
            /// Stops the stream after this many pages.
            #visibility fn max_pages(mut self, page_count: ::core::primitive::u32) -> Self {
                #runtime::RequestOptions::max_pages(&mut self.#field.0, page_count);
                self
            }
        }
        #(#inherited)*
        #[automatically_derived]
        impl<'a, V: #runtime::PagedEndpoint> #runtime::PagedEndpoint for #name<'a, V> {
            type Item = <V as #runtime::PagedEndpoint>::Item;
        }
    }
}

/// Returns the implementations of traits. That of `Future` never applies: it makes rustc report how to send the builder
/// where a future is expected.
fn traits(name: &Ident, inherited: &[syn::Attribute], runtime: &TokenStream) -> TokenStream {
    let site = Span::mixed_site();
    let field = builder_field();
    let describe = cfg!(feature = "openapi").then(|| {
        quote_spanned! {site=>
            fn describe(__description: &mut #runtime::Description) {
                V::describe(__description);
            }
        }
    });
    quote_spanned! {site=>
        #(#inherited)*
        #[automatically_derived]
        impl<'a, V: #runtime::Endpoint> #runtime::Endpoint for #name<'a, V> {
            type Response = <V as #runtime::Endpoint>::Response;
            const ENDPOINT: #runtime::EndpointInfo = V::ENDPOINT;
            fn decoder() -> #runtime::DecoderOf<Self> {
                #runtime::decoder::<V, Self>()
            }
            fn encode(&self, __request: &mut #runtime::Encoder) {
                V::encode(&self.#field.1, __request);
            }
            #describe
        }
        #(#inherited)*
        #[automatically_derived]
        impl<'a, V: #runtime::Endpoint> ::core::fmt::Debug for #name<'a, V> {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::show::<V>(__formatter)
            }
        }
        #(#inherited)*
        #[automatically_derived]
        impl<'a, V: #runtime::Endpoint> ::core::future::IntoFuture for #name<'a, V> {
            type Output = #runtime::Result<<V as #runtime::Endpoint>::Response>;
            type IntoFuture = #runtime::Call<<V as #runtime::Endpoint>::Response>;
            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }
        #(#inherited)*
        #[doc(hidden)]
        #[automatically_derived]
        impl<'a, V> ::core::future::Future for #name<'a, V>
        where
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
