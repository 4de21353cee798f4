//! Access to the values of parameters, in builders and in structs.
//!
//! A builder has one field, whose name is the remedy for a forgotten `.await`: it is what rustc
//! suggests for `client.get_ticket(42).id`. The field has the call's options and the parameters' values,
//! which are a tuple struct.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::Index;

use crate::model::{Method, Parameter};

/// Returns the field of a builder.
pub(super) fn builder_field() -> Ident {
    Ident::new("__await_or_send", Span::mixed_site())
}

/// Returns the parameters that have a value in the builder, in order.
pub(super) fn held(method: &Method) -> impl Iterator<Item = &Parameter> {
    method
        .endpoint
        .parameters
        .iter()
        .filter(|parameter| parameter.has_field())
}

/// The way from `self` to a parameter's value.
#[derive(Clone, Copy)]
pub(super) enum Access<'a> {
    /// An element of the values of a method's parameters.
    Values(&'a Method),
    /// A field of a struct.
    Struct,
}

impl Access<'_> {
    /// Returns the value as a place expression.
    pub(super) fn field(self, parameter: &Parameter) -> TokenStream {
        let site = Span::mixed_site();
        let name = &parameter.name;
        match self {
            Self::Struct => quote_spanned!(site=> self.#name),
            Self::Values(method) => {
                let index = index(parameter, method);
                quote_spanned!(site=> self.#index)
            }
        }
    }
}

/// Returns the position of a parameter in the values.
pub(super) fn index(parameter: &Parameter, method: &Method) -> Index {
    let position = held(method)
        .take_while(|other| other.name != parameter.name)
        .count();
    Index {
        index: u32::try_from(position).unwrap_or(u32::MAX),
        span: Span::mixed_site(),
    }
}
