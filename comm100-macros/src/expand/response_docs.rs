//! The response type in doc comments, with links.

use syn::{GenericArgument, Generics, PathArguments, Type, TypePath};

use crate::diagnostics::spelled;
use crate::model::{Endpoint, Returns, is_unit, result_argument};

/// Writes `Returns <code>Vec&lt;[Ticket](Ticket)&gt;</code>.`, or nothing if there is no response type.
pub(super) fn sentence(endpoint: &Endpoint, generics: &Generics) -> Option<String> {
    let ty = match &endpoint.returns {
        Returns::Result(ty) => result_argument(ty).unwrap_or(ty),
        Returns::Value(ty) => ty,
        Returns::Wrong(_) | Returns::Nothing => return None,
    };
    if is_unit(ty) {
        return None;
    }
    let mut text = String::new();
    write(ty, generics, &mut text);
    Some(format!("Returns <code>{text}</code>."))
}

fn write(ty: &Type, generics: &Generics, text: &mut String) {
    match ty {
        Type::Group(group) => write(&group.elem, generics, text),
        Type::Paren(paren) => write(&paren.elem, generics, text),
        Type::Path(path) if is_linkable(path, generics) => write_path(path, generics, text),
        other => text.push_str(&escaped(&spelled(other))),
    }
}

/// Returns true for types that rustdoc can find by their path.
fn is_linkable(ty: &TypePath, generics: &Generics) -> bool {
    let path = &ty.path;
    let is_parameter = path.get_ident().is_some_and(|name| {
        generics
            .type_params()
            .any(|parameter| parameter.ident == *name)
    });
    ty.qself.is_none()
        && path.leading_colon.is_none()
        && !is_parameter
        && path.segments.iter().all(|segment| {
            let name = segment.ident.to_string();
            name != "Self" && !name.starts_with("r#")
        })
}

fn write_path(ty: &TypePath, generics: &Generics, text: &mut String) {
    let names: Vec<String> = ty
        .path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    let Some(last) = ty.path.segments.last() else {
        return;
    };
    let link = format!("[{}]({})", last.ident, names.join("::"));
    text.push_str(&link);
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return;
    };
    text.push_str("&lt;");
    for (position, argument) in arguments.args.iter().enumerate() {
        if position > 0 {
            text.push_str(", ");
        }
        match argument {
            GenericArgument::Type(ty) => write(ty, generics, text),
            other => text.push_str(&escaped(&spelled(other))),
        }
    }
    text.push_str("&gt;");
}

/// Escapes text that has a meaning in HTML or Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '[' | ']' | '*' | '_' | '`' | '\\' => escaped.extend(['\\', letter]),
            other => escaped.push(other),
        }
    }
    escaped
}
