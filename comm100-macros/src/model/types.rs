//! Properties of types that their spelling shows.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{GenericArgument, PathArguments, Type, parse_quote};

use crate::parse::find_ident;

/// Removes parentheses and the invisible groups of `macro_rules!`.
pub(crate) fn peeled(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peeled(&group.elem),
        Type::Paren(paren) => peeled(&paren.elem),
        other => other,
    }
}

/// Returns the `T` of `Option<T>`.
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

/// Returns true for a path whose last segment is `PhantomData`.
pub(super) fn is_phantom(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|segment| segment.ident == "PhantomData"),
        _ => false,
    }
}

/// Returns true for types that are spelled as lists of bytes: `Vec<u8>`, `&[u8]`, `[u8; 4]`.
pub(crate) fn is_bytes(ty: &Type) -> bool {
    let is_byte = |ty: &Type| matches!(peeled(ty), Type::Path(path) if path.path.is_ident("u8"));
    match peeled(ty) {
        Type::Reference(reference) => is_bytes(&reference.elem),
        Type::Slice(slice) => is_byte(&slice.elem),
        Type::Array(array) => is_byte(&array.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return false;
            };
            let mut arguments = arguments.args.iter();
            last.ident == "Vec"
                && matches!(arguments.next(), Some(GenericArgument::Type(ty)) if is_byte(ty))
        }),
        _ => false,
    }
}

/// Returns true for types that are spelled as paths of files: `PathBuf`, `&Path`, `&std::path::Path`. A type of the
/// same name in another module, such as `models::Path`, is another type.
pub(crate) fn is_file_path(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Reference(reference) => is_file_path(&reference.elem),
        Type::Path(path) => {
            let mut names = path.path.segments.iter().rev().map(|one| &one.ident);
            let is_named = names
                .next()
                .is_some_and(|last| last == "Path" || last == "PathBuf");
            is_named && names.next().is_none_or(|module| module == "path") && is_plain_path(ty)
        }
        _ => false,
    }
}

/// Returns true for a path whose last segment ends in `Result`.
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

/// Returns true for a path without type or lifetime arguments: `TicketResult`.
pub(crate) fn is_plain_path(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Path(path) => {
            let mut segments = path.path.segments.iter();
            path.qself.is_none() && segments.all(|segment| segment.arguments.is_none())
        }
        _ => false,
    }
}

/// Returns the first `impl Trait` in a type.
pub(super) fn impl_trait(ty: &Type) -> Option<&Type> {
    find(ty, |ty| matches!(ty, Type::ImplTrait(_)))
}

/// Returns the first `_` in a type.
pub(super) fn inferred(ty: &Type) -> Option<&Type> {
    find(ty, |ty| matches!(ty, Type::Infer(_)))
}

/// Returns the first type in a type, or the type itself, that satisfies a predicate.
fn find(ty: &Type, predicate: fn(&Type) -> bool) -> Option<&Type> {
    struct Finder<'ast> {
        predicate: fn(&Type) -> bool,
        found: Option<&'ast Type>,
    }
    impl<'ast> Visit<'ast> for Finder<'ast> {
        fn visit_type(&mut self, ty: &'ast Type) {
            if (self.predicate)(ty) {
                self.found.get_or_insert(ty);
            }
            visit::visit_type(self, ty);
        }
    }
    let mut finder = Finder {
        predicate,
        found: None,
    };
    finder.visit_type(ty);
    finder.found
}

/// Returns true for types that are spelled as unsized: `str`, `[T]`, `dyn Trait`.
pub(super) fn is_unsized(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Slice(_) | Type::TraitObject(_) => true,
        Type::Path(path) => path.qself.is_none() && path.path.is_ident("str"),
        _ => false,
    }
}

/// Returns the type itself, or the first type in it that needs a known size, if it is spelled as unsized: the `str` of
/// `&[str]`.
pub(super) fn unsized_item(ty: &Type) -> Option<&Type> {
    if is_unsized(ty) {
        return Some(ty);
    }
    unsized_argument(ty)
}

/// Returns the same of a type that may itself be unsized: the `[str]` of `&[str]`.
fn unsized_argument(ty: &Type) -> Option<&Type> {
    match peeled(ty) {
        Type::Reference(reference) => unsized_argument(&reference.elem),
        Type::Slice(slice) => unsized_item(&slice.elem),
        Type::Array(array) => unsized_item(&array.elem),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return None;
            };
            // Other types may own one without a size: `Box<str>`.
            let needs_size = last.ident == "Vec" || last.ident == "Option";
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(inner) if needs_size => unsized_item(inner),
                GenericArgument::Type(inner) => unsized_argument(inner),
                _ => None,
            })
        }
        _ => None,
    }
}

/// Returns true for types of fields that rustc rejects wherever they are, so that generated code need not name them too.
pub(super) fn is_refused_in_fields(ty: &Type) -> bool {
    impl_trait(ty).is_some() || (!is_unsized(ty) && unsized_item(ty).is_some())
}

/// Returns the type with sizes for itself and those of its arguments that are spelled as unsized: markers in place of
/// them.
pub(super) fn with_sizes(ty: &Type) -> Type {
    struct Sizes;
    impl VisitMut for Sizes {
        fn visit_generic_argument_mut(&mut self, argument: &mut GenericArgument) {
            match argument {
                // Not a reference: `&dyn A + B` is not a type.
                GenericArgument::Type(inner) if is_unsized(inner) => {
                    *inner = parse_quote!(::core::marker::PhantomData<#inner>);
                }
                other => visit_mut::visit_generic_argument_mut(self, other),
            }
        }
    }
    if is_unsized(ty) {
        return parse_quote!(::core::marker::PhantomData<#ty>);
    }
    let mut ty = ty.clone();
    Sizes.visit_type_mut(&mut ty);
    ty
}

/// Returns the first `Self` in a type.
pub(super) fn self_type(ty: &Type) -> Option<Ident> {
    find_ident(ty.to_token_stream(), &|name| name == "Self")
}

/// Returns true for `()`.
pub(crate) fn is_unit(ty: &Type) -> bool {
    matches!(peeled(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Returns the `T` in `Result<T>`, if the spelling shows it.
pub(crate) fn result_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peeled(ty) else {
        return None;
    };
    match &path.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(inner) => Some(inner),
                _ => None,
            })
        }
        _ => None,
    }
}
