//! The user's tokens at which rustc shows errors of generated code.

use proc_macro2::Span;
use syn::ExprPath;

use super::spans::{at, principal};
use crate::model::{Endpoint, Returns, result_argument};

/// Returns the location of mistakes in the response's type.
///
/// Rustc reports such a mistake for each generated item that depends on the type, but shows equal
/// messages at the same location only once. So all of these items are located at one token.
pub(super) fn of_response(endpoint: &Endpoint) -> Span {
    match &endpoint.returns {
        Returns::Result(ty) | Returns::Value(ty) | Returns::Wrong(ty) => at(principal(ty)),
        Returns::Nothing => at(endpoint.name.span()),
    }
}

/// Returns the location of mistakes in a response that is not a page: the `T` in `Result<T>`.
pub(super) fn of_page(endpoint: &Endpoint) -> Span {
    match &endpoint.returns {
        Returns::Result(ty) => at(principal(result_argument(ty).unwrap_or(ty))),
        _ => of_response(endpoint),
    }
}

/// Returns the location of mistakes in a function of the user: its name.
pub(super) fn of_function(function: &ExprPath) -> Span {
    function
        .path
        .segments
        .last()
        .map_or_else(Span::mixed_site, |segment| at(segment.ident.span()))
}
