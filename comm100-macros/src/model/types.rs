//! What can be told of a type by its spelling.

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
