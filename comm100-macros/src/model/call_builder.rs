//! The call builder of a trait, or of all traits that name it: the generic type of which builders are aliases.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Fields, ItemStruct, Visibility};

use super::metadata::{Options, read_option};
use super::{Declaration, keys, lints, plain_name};
use crate::diagnostics::Errors;
use crate::grammar;
use crate::parse::Arguments;

/// A call builder.
pub(crate) struct CallBuilder {
    pub(crate) name: Ident,
    /// The trait that it belongs to, if it is one trait's.
    pub(crate) declaring: Option<Ident>,
    pub(crate) visibility: Visibility,
    pub(crate) attributes: Vec<Attribute>,
    /// It has the methods of lists with pages.
    pub(crate) is_paged: bool,
}

/// A call builder that traits share.
pub(crate) struct SharedCallBuilder {
    pub(crate) call_builder: CallBuilder,
    /// The path of the facade crate.
    pub(crate) facade: TokenStream,
}

/// Reads the struct under `#[call_builder]`.
pub(crate) fn call_builder(
    options: TokenStream,
    mut source: ItemStruct,
    errors: &mut Errors,
) -> SharedCallBuilder {
    lints::allow_expected(&mut source.attrs);
    let attribute = &grammar::Attribute::CALL_BUILDER;
    let mut read = Options::default();
    for key in keys::read(attribute, &Arguments::parse(options), errors).keys {
        read_option(&key, &mut read, errors);
    }
    let remedy = format!("write `{}`", attribute.example());
    if !source.generics.params.is_empty() {
        errors.add(
            &source.generics,
            "a call builder is declared without generics: it gets a lifetime and a type",
            &remedy,
        );
    }
    if let Some(clause) = &source.generics.where_clause {
        errors.add(
            clause,
            "a call builder is declared without a `where` clause",
            &remedy,
        );
    }
    let mut name = source.ident;
    if name == "V" {
        errors.add(
            &name,
            "a call builder cannot be named `V`: its type parameter has that name",
            &remedy,
        );
        name = Ident::new("CallBuilder", name.span());
    }
    if !matches!(source.fields, Fields::Unit) {
        errors.add(
            &source.fields,
            "a call builder is declared without fields",
            &remedy,
        );
    }
    SharedCallBuilder {
        facade: read.facade,
        call_builder: CallBuilder {
            name,
            declaring: None,
            visibility: source.vis,
            attributes: source.attrs,
            is_paged: true,
        },
    }
}

impl Declaration {
    /// Returns the path of the call builder of which the trait's builders are aliases.
    pub(crate) fn call_builder(&self) -> TokenStream {
        match &self.shared_call_builder {
            Some(path) => path.to_token_stream(),
            None => self.call_builder_name().to_token_stream(),
        }
    }

    /// Returns the trait's own call builder, if it does not share one.
    pub(crate) fn own_call_builder(&self) -> Option<CallBuilder> {
        if self.shared_call_builder.is_some() {
            return None;
        }
        let methods = &self.methods;
        Some(CallBuilder {
            name: self.call_builder_name(),
            declaring: Some(self.header.ident.clone()),
            visibility: self.header.vis.clone(),
            attributes: self.header.attrs.clone(),
            is_paged: methods.iter().any(|method| method.endpoint.is_paged()),
        })
    }

    fn call_builder_name(&self) -> Ident {
        let name = &self.header.ident;
        let call_builder = format!("{}CallBuilder", plain_name(name));
        Ident::new(&call_builder, Span::call_site().located_at(name.span()))
    }
}
