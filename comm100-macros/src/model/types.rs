//! What can be told of a type by its spelling.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{GenericArgument, PathArguments, Type};

/// A type out of parentheses and the invisible groups of `macro_rules!`.
pub(super) fn peeled(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peeled(&group.elem),
        Type::Paren(paren) => peeled(&paren.elem),
        other => other,
    }
}

/// The `T` of `Option<T>`.
pub(super) fn option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peeled(ty) else {
        return None;
    };
    let segment = path.path.segments.last().filter(|_| path.qself.is_none())?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    let mut arguments = arguments.args.iter();
    match (
        segment.ident == "Option",
        arguments.next(),
        arguments.next(),
    ) {
        (true, Some(GenericArgument::Type(inner)), None) => Some(inner),
        _ => None,
    }
}

/// Whether a type is a path whose last segment ends in `Result`.
pub(super) fn is_result(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|segment| segment.ident.to_string().ends_with("Result")),
        _ => false,
    }
}

/// The first `impl Trait` in a type.
pub(super) fn impl_trait(ty: &Type) -> Option<Type> {
    struct Finder(Option<Type>);
    impl VisitMut for Finder {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            if matches!(ty, Type::ImplTrait(_)) {
                self.0.get_or_insert_with(|| ty.clone());
            }
            visit_mut::visit_type_mut(self, ty);
        }
    }
    let mut finder = Finder(None);
    finder.visit_type_mut(&mut ty.clone());
    finder.0
}

/// Whether a type has no size, by its spelling: `str`, `[T]`, `dyn Trait`.
pub(super) fn is_unsized(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Slice(_) | Type::TraitObject(_) => true,
        Type::Path(path) => path.qself.is_none() && path.path.is_ident("str"),
        _ => false,
    }
}

/// The first `Self` in a type.
pub(super) fn own_type(ty: &Type) -> Option<Ident> {
    fn find(tokens: TokenStream) -> Option<Ident> {
        tokens.into_iter().find_map(|token| match token {
            TokenTree::Ident(name) if name == "Self" => Some(name),
            TokenTree::Group(group) => find(group.stream()),
            _ => None,
        })
    }
    find(ty.to_token_stream())
}
