//! The procedural macros of `comm100`. Use them through the facade crate, `comm100`.
//!
//! A declaration passes through four stages, each a module: `parse` turns tokens into syntax,
//! `model` reads attributes and builds the endpoint, `validate` checks the rules between its parts,
//! and `expand` generates the builders. `grammar` describes verbs, places and keys as data.
//!
//! Every stage adds its mistakes to one collector, `diagnostics::Errors`, and none stops the
//! expansion. So each mistake is one error, and the rest of the user's crate still compiles.

mod data_model;
mod diagnostics;
mod expand;
#[cfg(test)]
mod fuzz;
mod grammar;
mod model;
mod parse;
mod pipeline;
#[cfg(test)]
mod snapshot;
mod validate;

use proc_macro::TokenStream;

/// Implements `comm100::api`.
#[proc_macro_attribute]
pub fn api(options: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::api(options.into(), &item.into()).into()
}

/// Implements `comm100::call_builder`.
#[proc_macro_attribute]
pub fn call_builder(options: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::call_builder(options.into(), &item.into()).into()
}

/// Implements `comm100::Endpoint`.
#[proc_macro_derive(
    Endpoint,
    attributes(endpoint, query, form, field, json, body, part, header)
)]
pub fn endpoint(item: TokenStream) -> TokenStream {
    pipeline::endpoint(item.into()).into()
}

/// Makes a struct a model of the declared APIs. Internal to `comm100`: the expansion names private
/// items of that crate.
#[doc(hidden)]
#[proc_macro_derive(Model, attributes(model))]
pub fn model(item: TokenStream) -> TokenStream {
    data_model::derive(item.into()).into()
}
