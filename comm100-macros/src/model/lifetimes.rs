//! Lifetimes: the elided ones of a method's parameters all become the builder's one.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Lifetime, ParenthesizedGenericArguments, Signature, Type, TypeFnPtr, TypeReference};

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
        } else if lifetime.ident == self.lifetime.ident {
            self.found = true;
        }
    }

    // The elided lifetimes of function types are their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}

    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
}

/// The builder's lifetime: `'a`, unless the method declares one of that name.
///
/// Where a user hides a lifetime, `Filter` for `Filter<'_>`, rustc suggests this one; so a type that
/// names it without a declaration means the builder's.
pub(super) fn of_builder(declared: &[String]) -> Lifetime {
    let name = ('a'..='z')
        .map(String::from)
        .chain((0..=declared.len()).map(|number| format!("a{number}")))
        .find(|name| !declared.contains(name))
        .unwrap_or_else(|| "a".to_owned());
    Lifetime {
        apostrophe: Span::mixed_site(),
        ident: Ident::new(&name, Span::mixed_site()),
    }
}

/// The names of the lifetimes that a method declares, with those of every `for<..>` in it.
pub(super) fn declared(signature: &Signature) -> Vec<String> {
    let mut names: Vec<String> = signature
        .generics
        .lifetimes()
        .map(|parameter| parameter.lifetime.ident.to_string())
        .collect();
    bound(signature.to_token_stream(), &mut names);
    names
}

/// The first lifetime of a type that nobody declares.
pub(super) fn undeclared(ty: &Type, builder: &Lifetime, declared: &[String]) -> Option<Lifetime> {
    struct Finder<'a> {
        known: &'a dyn Fn(&Ident) -> bool,
        found: Option<Lifetime>,
    }
    impl VisitMut for Finder<'_> {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            if !(self.known)(&lifetime.ident) {
                self.found.get_or_insert_with(|| lifetime.clone());
            }
        }
    }
    let known = |name: &Ident| {
        name == "_"
            || name == "static"
            || *name == builder.ident
            || declared.iter().any(|other| name == other)
    };
    let mut finder = Finder {
        known: &known,
        found: None,
    };
    finder.visit_type_mut(&mut ty.clone());
    finder.found
}

/// Puts one lifetime of a type in another's place.
pub(super) fn rename(ty: &mut Type, from: &Lifetime, to: &Lifetime) {
    struct Renames<'a>(&'a Lifetime, &'a Lifetime);
    impl VisitMut for Renames<'_> {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            if lifetime.ident == self.0.ident {
                *lifetime = self.1.clone();
            }
        }
    }
    Renames(from, to).visit_type_mut(ty);
}

/// Collects the lifetimes between `for<` and `>`.
fn bound(tokens: TokenStream, names: &mut Vec<String>) {
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => bound(group.stream(), names),
            TokenTree::Ident(word) if word == "for" => {
                while let Some(token) = tokens.next() {
                    match token {
                        TokenTree::Punct(punct) if punct.as_char() == '>' => break,
                        TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                            names.extend(tokens.next().map(|name| name.to_string()));
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}
