//! One method of a trait.

use proc_macro2::{Ident, Span};
use syn::{Attribute, FnArg, TraitItemFn};

use super::attributes::{self, VerbAttribute};
use super::parameter::{Scope, parameter};
use super::rename::{Case, capital};
use super::template::Template;
use super::{Endpoint, Facts, Method, Verb, VerbKind, docs, lifetimes, plain_name, signature};
use crate::diagnostics::Errors;

/// What the trait says for all its methods.
#[derive(Default)]
pub(super) struct Context {
    pub(super) path: Template,
    pub(super) version: Option<u8>,
    pub(super) case: Case,
    pub(super) docs: Vec<Attribute>,
}

/// Reads one method.
pub(super) fn method(mut source: TraitItemFn, context: &Context, errors: &mut Errors) -> Method {
    let name = source.sig.ident.clone();
    let said = attributes::verb(&mut source.attrs, &name, errors);
    signature::check(&source, errors);
    let declared = lifetimes::declared(&source.sig);
    let lifetime = lifetimes::of_builder(&declared);
    let VerbAttribute {
        verb,
        path,
        path_unknown,
        builder,
        facts,
    } = said;
    let tail = path
        .map(|path| Template::read(&path, errors))
        .unwrap_or_default();
    let mut template = context.path.join(tail);
    template.broken |= path_unknown;
    let scope = Scope {
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
        .map(|(position, typed)| parameter(typed, position, &scope, context.case, errors))
        .collect();
    Method {
        builder_named: builder.is_some(),
        builder: builder.unwrap_or_else(|| builder_name(&name)),
        endpoint: Endpoint {
            verb: verb.unwrap_or_else(|| Verb {
                kind: VerbKind::Get,
                token: proc_macro2::TokenStream::new(),
            }),
            template,
            parameters,
            returns: signature::returns(&source.sig, errors),
            facts: Facts {
                version: context.version,
                ..facts
            },
            docs: docs(&source.attrs),
            about: context.docs.clone(),
            name,
        },
        generics: source.sig.generics,
        lifetime,
        attributes: source.attrs,
    }
}

/// `list_tickets` has a `ListTicketsBuilder`.
fn builder_name(method: &Ident) -> Ident {
    let name: String = plain_name(method).split('_').map(capital).collect();
    let mut span = Span::call_site();
    span = span.located_at(method.span());
    // A name of underscores and digits would leave nothing that a type's name may start with.
    let digits = name.starts_with(|first: char| !first.is_alphabetic());
    Ident::new(
        &format!("{}{name}Builder", if digits { "_" } else { "" }),
        span,
    )
}
