//! Lifetimes: the elided ones of a method's parameters all become the builder's one.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Lifetime, ParenthesizedGenericArguments, Type, TypeFnPtr, TypeReference};

/// Names every elided lifetime of a type; tells whether there was one.
pub(super) fn name_elided(ty: &mut Type, lifetime: &Lifetime) -> bool {
    let mut names = Names {
        lifetime,
        found: false,
    };
    names.visit_type_mut(ty);
    names.found
}

/// Whether a type elides a lifetime.
pub(super) fn elides(ty: &Type) -> bool {
    name_elided(&mut ty.clone(), &Lifetime::new("'_", Span::call_site()))
}

struct Names<'a> {
    lifetime: &'a Lifetime,
    found: bool,
}

impl Names<'_> {
    fn at(&mut self, span: Span) -> Lifetime {
        self.found = true;
        let mut lifetime = self.lifetime.clone();
        lifetime.set_span(span);
        lifetime
    }
}

impl VisitMut for Names<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.at(reference.and_token.span));
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.at(lifetime.span());
        }
    }

    // The elided lifetimes of function types are their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}

    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
}

/// A lifetime that a method does not use yet: `'a`, if it can be.
pub(super) fn unused(method: &impl ToTokens) -> Lifetime {
    let mut used = Vec::new();
    collect(method.to_token_stream(), &mut used);
    let name = ('a'..='z')
        .map(String::from)
        .chain((0..=used.len()).map(|number| format!("a{number}")))
        .find(|name| !used.contains(name))
        .unwrap_or_else(|| "a".to_owned());
    Lifetime {
        apostrophe: Span::mixed_site(),
        ident: Ident::new(&name, Span::mixed_site()),
    }
}

fn collect(tokens: TokenStream, used: &mut Vec<String>) {
    let mut quoted = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), used),
            TokenTree::Punct(punct) => {
                quoted = punct.as_char() == '\'';
                continue;
            }
            TokenTree::Ident(name) if quoted => used.push(name.to_string()),
            _ => {}
        }
        quoted = false;
    }
}
