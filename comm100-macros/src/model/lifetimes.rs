//! Lifetimes: every elided one in a method's parameters becomes the builder's single lifetime.

use proc_macro2::{Ident, Span};
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    BoundLifetimes, GenericParam, Lifetime, ParenthesizedGenericArguments, PathSegment, Signature,
    Type, TypeFnPtr, TypeReference,
};

/// Names every elided lifetime of a type. Returns true if there was one.
pub(super) fn name_elided(ty: &mut Type, lifetime: &Lifetime) -> bool {
    let mut names = Names {
        lifetime,
        found: false,
    };
    names.visit_type_mut(ty);
    names.found
}

/// Makes every lifetime of a type `'static`.
pub(super) fn make_static(ty: &mut Type) {
    struct Statics(Lifetime);
    impl VisitMut for Statics {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            lifetime.ident = self.0.ident.clone();
        }

        // `for<'a>` stays.
        fn visit_bound_lifetimes_mut(&mut self, _: &mut BoundLifetimes) {}
    }
    let lifetime = Lifetime::new("'static", Span::call_site());
    name_elided(ty, &lifetime);
    Statics(lifetime).visit_type_mut(ty);
}

/// Returns true if a type elides a lifetime.
pub(super) fn elides(ty: &Type) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
            self.0 |= reference.lifetime.is_none();
            visit::visit_type_reference(self, reference);
        }

        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
            self.0 |= lifetime.ident == "_";
        }

        // Elided lifetimes of function types belong to the function type.
        fn visit_type_fn_ptr(&mut self, _: &'ast TypeFnPtr) {}

        fn visit_parenthesized_generic_arguments(
            &mut self,
            _: &'ast ParenthesizedGenericArguments,
        ) {
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

/// Returns true if a response is a reference, also in a list or an option.
pub(super) fn refers(ty: &Type) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type_reference(&mut self, _: &'ast TypeReference) {
            self.0 = true;
        }

        // Other generic types may be read without borrowing, whatever their arguments are.
        fn visit_path_segment(&mut self, segment: &'ast PathSegment) {
            let name = segment.ident.to_string();
            if matches!(name.as_str(), "Vec" | "Option") {
                visit::visit_path_segment(self, segment);
            }
        }

        fn visit_type_fn_ptr(&mut self, _: &'ast TypeFnPtr) {}
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
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

    // Elided lifetimes of function types belong to the function type.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}

    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
}

/// Returns the builder's lifetime: `'a`, unless the method declares one of that name.
///
/// For a hidden lifetime, `Filter` for `Filter<'_>`, rustc suggests this name. So a type that uses it
/// without a declaration means the builder's.
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

/// Returns the names of the lifetimes that a method declares, including every `for<..>` in its signature.
pub(super) fn declared(signature: &Signature) -> Vec<String> {
    struct Collector(Vec<String>);
    impl Collector {
        fn extend<'a>(&mut self, parameters: impl IntoIterator<Item = &'a GenericParam>) {
            self.0.extend(
                parameters
                    .into_iter()
                    .filter_map(|parameter| match parameter {
                        GenericParam::Lifetime(parameter) => {
                            Some(parameter.lifetime.ident.to_string())
                        }
                        _ => None,
                    }),
            );
        }
    }
    impl<'ast> Visit<'ast> for Collector {
        fn visit_bound_lifetimes(&mut self, bound: &'ast BoundLifetimes) {
            self.extend(&bound.lifetimes);
        }
    }
    let mut collector = Collector(Vec::new());
    collector.extend(&signature.generics.params);
    collector.visit_signature(signature);
    collector.0
}

/// Returns the first lifetime in a type that is not declared.
pub(super) fn undeclared(ty: &Type, builder: &Lifetime, declared: &[String]) -> Option<Lifetime> {
    struct Finder<'a> {
        known: &'a dyn Fn(&Ident) -> bool,
        found: Option<Lifetime>,
    }
    impl<'ast> Visit<'ast> for Finder<'_> {
        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
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
    finder.visit_type(ty);
    finder.found
}

/// Replaces a lifetime in a type.
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
