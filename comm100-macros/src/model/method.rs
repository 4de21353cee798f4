//! One method of a trait.

use proc_macro2::{Ident, Span};
use syn::{Attribute, FnArg, TraitItemFn};

use super::metadata::Options;
use super::parameter::{LifetimeScope, parameter};
use super::rename::capitalized;
use super::template::Template;
use super::verb_attribute::{self, VerbAttribute};
use super::{Endpoint, Metadata, Method, docs, lifetimes, plain_name, signature};
use crate::diagnostics::Errors;

/// The trait's settings, which apply to all its methods.
#[derive(Default)]
pub(super) struct Context {
    pub(super) path: Template,
    pub(super) options: Options,
    /// The headers and the timeout, unless the method has its own.
    pub(super) metadata: Metadata,
    pub(super) docs: Vec<Attribute>,
}

/// Reads one method.
pub(super) fn method(mut source: TraitItemFn, context: &Context, errors: &mut Errors) -> Method {
    let name = source.sig.ident.clone();
    let attribute = verb_attribute::verb(&mut source.attrs, &name, errors);
    signature::check(&source, errors);
    let declared = lifetimes::declared(&source.sig);
    let lifetime = lifetimes::of_builder(&declared);
    let VerbAttribute {
        verb,
        path,
        path_unknown,
        builder,
        metadata,
    } = attribute;
    let tail = path
        .map(|path| Template::read(&path, errors))
        .unwrap_or_default();
    let mut template = context.path.join(tail);
    template.broken |= path_unknown;
    let scope = LifetimeScope {
        lifetime: &lifetime,
        declared: &declared,
    };
    let inputs = source.sig.inputs.iter();
    let parameters = inputs
        .filter_map(|input| match input {
            FnArg::Typed(typed) => Some(typed),
            FnArg::Receiver(_) => None,
        })
        .enumerate()
        .map(|(position, typed)| parameter(typed, position, &scope, context.options.case, errors))
        .collect();
    Method {
        builder_named: builder.is_some(),
        builder: builder.unwrap_or_else(|| builder_name(&name)),
        endpoint: Endpoint {
            verb: verb.unwrap_or_default(),
            template,
            parameters,
            returns: signature::returns(&source.sig, errors),
            metadata: metadata.in_trait(&context.metadata, &context.options),
            docs: docs(&source.attrs),
            trait_docs: context.docs.clone(),
            name,
        },
        generics: source.sig.generics,
        lifetime,
        attributes: source.attrs,
    }
}

/// Returns `ListTicketsBuilder` for `list_tickets`.
fn builder_name(method: &Ident) -> Ident {
    let name: String = plain_name(method).split('_').map(capitalized).collect();
    // A method name of underscores and digits leaves nothing that may start a type name.
    let digits = name.starts_with(|first: char| !first.is_alphabetic());
    Ident::new(
        &format!("{}{name}Builder", if digits { "_" } else { "" }),
        Span::call_site().located_at(method.span()),
    )
}

impl Method {
    /// Returns the name of the type of its parameters' values.
    pub(crate) fn values(&self) -> Ident {
        let name = format!("{}Values", self.builder);
        Ident::new(&name, self.builder.span())
    }
}
