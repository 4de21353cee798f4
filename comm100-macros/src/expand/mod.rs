//! Last stage: the code that a user's crate gets. It is thin: it calls the core, through the facade's
//! hidden module, for everything that is not specific to the endpoint.

mod builder;
mod call_builder;
mod describe;
mod docs;
mod encode;
mod endpoint;
mod fields;
mod generics;
mod inherited;
mod locations;
mod response_docs;
mod spans;
mod traits;

pub(crate) use call_builder::call_builder;
pub(crate) use traits::declaration;

use proc_macro2::TokenStream;

use crate::model::Request;

/// Implements `Endpoint` for a struct; the core does the rest.
pub(crate) fn request(request: &Request) -> TokenStream {
    let (implementation, arguments, clause) = request.generics.split_for_impl();
    let target = endpoint::Target {
        facade: &request.facade,
        name: &request.endpoint.name,
        implementation: quote::quote!(#implementation),
        arguments: quote::quote!(#arguments),
        clause: quote::quote!(#clause),
        attributes: &inherited::inherited(&request.attributes),
        access: fields::Access::Struct,
    };
    let site = proc_macro2::Span::mixed_site();
    let facade = &request.facade;
    let runtime = quote::quote_spanned!(site=> #facade::__private);
    let version = endpoint::version_check(&request.endpoint, &runtime);
    let implementation = endpoint::implementation(&request.endpoint, &target);
    quote::quote!(#version #implementation)
}
