//! The name of the facade's hidden module in generated code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Attribute;

use crate::model::plain_name;

/// An import of the module beside the generated items, which name all else through it: if the facade has another name
/// in the user's crate, rustc reports the import alone.
pub(super) struct Runtime {
    facade: TokenStream,
    alias: Ident,
}

impl Runtime {
    /// Creates the import for the items that are generated for the user's item `name`.
    pub(super) fn new(facade: &TokenStream, name: &Ident) -> Self {
        Self {
            facade: facade.clone(),
            alias: format_ident!("__{}Runtime", plain_name(name), span = Span::mixed_site()),
        }
    }

    /// Returns the path of the module.
    pub(super) fn path(&self) -> TokenStream {
        self.alias.to_token_stream()
    }

    /// Returns the import, under the item's conditions.
    pub(super) fn import(&self, inherited: &[Attribute]) -> TokenStream {
        let Self { facade, alias } = self;
        quote_spanned! {Span::mixed_site()=>
            #(#inherited)*
            #[allow(unused_imports)]
            use #facade::__private as #alias;
        }
    }
}
