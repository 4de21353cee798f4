//! Last stage: the code that a user's crate gets. It is thin: what can be said once is in the core,
//! and called through the facade's hidden runtime.

mod builder;
mod describe;
mod docs;
mod encode;
mod endpoint;
mod generics;
mod spans;
mod traits;

pub(crate) use traits::declaration;

use proc_macro2::TokenStream;

use crate::model::Request;

/// A struct that is a request: only the trait `Endpoint`, the rest is in the core.
pub(crate) fn request(request: &Request) -> TokenStream {
    let (implementation, arguments, clause) = request.generics.split_for_impl();
    let target = endpoint::Target {
        facade: &request.facade,
        name: &request.endpoint.name,
        implementation: quote::quote!(#implementation),
        arguments: quote::quote!(#arguments),
        clause: quote::quote!(#clause),
        attributes: &[],
    };
    endpoint::implementation(&request.endpoint, &target)
}
