//! One method of a trait.

use proc_macro2::{Ident, Span};
use syn::{Attribute, FnArg, TraitItemFn};

use super::metadata::Options;
use super::parameter::{LifetimeScope, parameter};
use super::rename::capitalized;
use super::template::Template;
use super::verb_attribute::{self, VerbAttribute};
use super::{Endpoint, Metadata, Method, docs, lifetimes, lints, plain_name, signature};
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
    let mut others = Errors::default();
    let errors = if is_helper(&source) {
        errors.add(
            &source.default,
            format!("a trait of endpoints cannot contain other methods: `{name}` has a body and no verb"),
            "put the code into a function that takes `&impl` of the trait; an endpoint has a verb, such as `#[get]`, and ends with `;`",
        );
        // The rules of endpoints do not apply to it.
        &mut others
    } else {
        errors
    };
    let attribute = verb_attribute::verb(&mut source.attrs, &name, errors);
    lints::allow_expected(&mut source.attrs);
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
        .as_ref()
        .map(|path| Template::read(path, errors))
        .unwrap_or_default();
    let mut template = context.path.join(tail);
    template.reject_version(context.options.is_root, &path, errors);
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

/// Returns true for a method of the user's own: it has a body, and no attribute that may be a verb.
fn is_helper(method: &TraitItemFn) -> bool {
    method.default.is_some() && !verb_attribute::may_have_verb(&method.attrs)
}

/// Returns `ListTicketsBuilder` for `list_tickets`.
fn builder_name(method: &Ident) -> Ident {
    let plain = plain_name(method);
    let name: String = plain.split('_').map(capitalized).collect();
    let span = Span::call_site().located_at(method.span());
    // After its underscore, a method's name may have a character that cannot start a name, such as a digit.
    [format!("{name}Builder"), format!("_{name}Builder")]
        .iter()
        .find_map(|candidate| syn::parse_str(candidate).ok())
        .map_or_else(
            || Ident::new(&format!("_{plain}Builder"), span),
            |mut name: Ident| {
                name.set_span(span);
                name
            },
        )
}

impl Method {
    /// Returns true if both are behind `#[cfg]`, so that one of them may be absent.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        let is_conditional = |method: &Self| {
            let mut attributes = method.attributes.iter();
            attributes.any(|attribute| attribute.path().is_ident("cfg"))
        };
        is_conditional(self) && is_conditional(other)
    }

    /// Returns the name of the type of its parameters' values.
    pub(crate) fn values(&self) -> Ident {
        let name = format!("{}Values", plain_name(&self.builder));
        Ident::new(&name, self.builder.span())
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::builder_name;

    #[test]
    fn the_builder_of_any_method_has_a_name() {
        let names = [
            ("list_tickets", "ListTicketsBuilder"),
            ("r#type", "TypeBuilder"),
            ("_2", "_2Builder"),
            ("__", "Builder"),
            ("größe", "GrößeBuilder"),
            // A vowel sign is alphabetic, and cannot start a name.
            ("_\u{93e}", "_\u{93e}Builder"),
            ("_\u{b7}", "_\u{b7}Builder"),
        ];
        for (method, builder) in names {
            let method = syn::parse_str(method).expect("a name");
            assert_eq!(builder_name(&method), builder);
        }
    }

    #[test]
    fn a_builder_may_have_a_raw_name() {
        let item = quote!(
            trait Tickets {
                #[get(builder = r#List)]
                async fn list(&self) -> Result<()>;
            }
        );
        let expansion = crate::pipeline::api(quote!(), &item).to_string();
        assert!(expansion.contains("struct ListValues"), "{expansion}");
    }
}
