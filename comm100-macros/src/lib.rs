//! The procedural macros of `comm100`. Use them through the facade crate, `comm100`.
//!
//! A declaration goes through four stages, each a module: `parse` turns tokens into syntax,
//! `model` reads the attributes and gives every endpoint a meaning, `validate` checks what holds
//! between its parts, `expand` writes the builders. Mistakes go to one collector,
//! `diagnostics::Errors`, and never stop the expansion: one mistake makes one error, and the rest
//! of a user's crate still compiles.

mod diagnostics;
mod expand;
#[cfg(test)]
mod fuzz;
mod model;
mod parse;
mod pipeline;
#[cfg(test)]
mod snapshot;
mod validate;

use proc_macro::TokenStream;

/// Declares endpoints as the methods of a trait; each becomes a typed request builder.
///
/// The grammar, what it expands to and what each error means: the page "Declaring endpoints" of the
/// `comm100` crate.
#[proc_macro_attribute]
pub fn api(options: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::api(options.into(), &item.into()).into()
}

/// Declares one endpoint as a struct: a request as a value, for `Client::call`.
///
/// The grammar is that of `#[api]`, with the parameters' attributes on the fields; see the page
/// "Declaring endpoints" of the `comm100` crate.
#[proc_macro_derive(Endpoint, attributes(endpoint, query, form, json, header))]
pub fn endpoint(item: TokenStream) -> TokenStream {
    pipeline::endpoint(item.into()).into()
}
