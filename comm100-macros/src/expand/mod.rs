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
mod runtime;
mod spans;
mod traits;

pub(crate) use call_builder::call_builder;
pub(crate) use traits::declaration;

use proc_macro2::TokenStream;

use crate::model::Request;

/// Implements `Endpoint` for a struct; the core does the rest.
pub(crate) fn request(request: &Request) -> TokenStream {
    let (implementation, arguments, clause) = request.generics.split_for_impl();
    let attributes = inherited::inherited(&request.attributes);
    let import = runtime::Runtime::new(&request.facade, &request.endpoint.name);
    let runtime = import.path();
    let target = endpoint::Target {
        runtime: &runtime,
        name: &request.endpoint.name,
        declaring: &request.endpoint.name,
        implementation: quote::quote!(#implementation),
        arguments: quote::quote!(#arguments),
        clause: quote::quote!(#clause),
        attributes: &attributes,
        access: fields::Access::Struct,
    };
    let version = endpoint::version_check(&request.endpoint, &runtime);
    let implementation = endpoint::implementation(&request.endpoint, &target);
    let import = import.import(&attributes);
    quote::quote!(#import #version #implementation)
}
