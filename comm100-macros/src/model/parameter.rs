//! One parameter: its name, its type, and the attribute that says its place.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};
use syn::{Attribute, Lifetime, Pat, PatType, Type};

use super::rename::Case;
use super::{Fate, Parameter, Place, lifetimes, place, types};
use crate::diagnostics::{Errors, nearest, spelled};

const PLACES: [&str; 4] = ["query", "form", "json", "header"];

/// Where a parameter was declared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Door {
    Method,
    Field,
}

/// The lifetimes that a method's parameters may name.
pub(super) struct Scope<'a> {
    /// The builder's.
    pub(super) lifetime: &'a Lifetime,
    pub(super) declared: &'a [String],
}

/// Reads a method's parameter.
pub(super) fn parameter(
    typed: &PatType,
    position: usize,
    scope: &Scope<'_>,
    case: Case,
    errors: &mut Errors,
) -> Parameter {
    let before = errors.count();
    let name = name(&typed.pat, position, errors);
    let mut parameter = read(name, &typed.ty, &typed.attrs, Door::Method, case, errors);
    if let Some(found) = types::impl_trait(&typed.ty) {
        parameter.fate = Fate::Unusable;
        errors.add(
            found,
            "a parameter is not `impl Trait`: the builder has to name its type",
            "name a type parameter, `async fn f<T: Trait>(&self, x: T)`, or the type itself",
        );
    }
    if let Some(found) = types::own_type(&typed.ty) {
        parameter.fate = Fate::Unusable;
        errors.add(
            found,
            "a parameter's type is not `Self`, which is whoever lends the client",
            "name the type",
        );
        neutralize(&mut parameter);
    } else if types::is_unsized(&parameter.sent) {
        parameter.fate = Fate::Unusable;
        errors.add(
            &parameter.sent,
            format!(
                "`{0}` has no size, a parameter borrows one: `&{0}`",
                spelled(&parameter.sent)
            ),
            "write the `&`",
        );
        neutralize(&mut parameter);
    }
    if let Some(lifetime) = lifetimes::undeclared(&typed.ty, scope.lifetime, scope.declared) {
        lifetimes::rename(&mut parameter.written, &lifetime, scope.lifetime);
        lifetimes::rename(&mut parameter.sent, &lifetime, scope.lifetime);
        errors.add(
            &lifetime,
            format!("`{lifetime}` is not declared"),
            &format!("write `'_`, or declare it: `async fn name<{lifetime}>(&self, ..)`"),
        );
    }
    parameter.borrows = lifetimes::name_elided(&mut parameter.sent, scope.lifetime);
    if before < errors.count() {
        parameter.spoil();
    }
    parameter
}

/// Gives a parameter a type of which rustc says nothing more. Calls take any value there.
fn neutralize(parameter: &mut Parameter) {
    parameter.written = syn::parse_quote!(&dyn ::core::any::Any);
    parameter.sent = parameter.written.clone();
}

/// Reads the attributes and the type of a parameter or a field.
pub(super) fn read(
    name: Ident,
    ty: &Type,
    attributes: &[Attribute],
    door: Door,
    case: Case,
    errors: &mut Errors,
) -> Parameter {
    let before = errors.count();
    let inner = types::option(ty);
    let mut parameter = Parameter {
        name,
        written: ty.clone(),
        sent: inner.unwrap_or(ty).clone(),
        optional: inner.is_some(),
        borrows: false,
        place: Place::None,
        attribute: None,
        docs: Vec::new(),
        lints: Vec::new(),
        fate: Fate::Sent,
    };
    for attribute in attributes {
        attribute_of(attribute, door, case, &mut parameter, errors);
    }
    if before < errors.count() {
        parameter.spoil();
    }
    parameter
}

fn name(pattern: &Pat, position: usize, errors: &mut Errors) -> Ident {
    if let Pat::Ident(name) = pattern
        && name.by_ref.is_none()
        && name.mutability.is_none()
        && name.subpat.is_none()
    {
        return name.ident.clone();
    }
    if let Pat::Ident(name) = pattern
        && let Some(word) = &name.mutability
        && name.subpat.is_none()
    {
        errors.add(
            word,
            format!(
                "`{}` is never changed here: a parameter is not `mut`",
                name.ident
            ),
            "remove `mut`",
        );
        return name.ident.clone();
    }
    errors.add(
        pattern,
        "a parameter has a plain name, not a pattern",
        "name it: the name is the key that is sent",
    );
    format_ident!("parameter_{position}", span = Span::mixed_site())
}

fn attribute_of(
    attribute: &Attribute,
    door: Door,
    case: Case,
    parameter: &mut Parameter,
    errors: &mut Errors,
) {
    let path = attribute.path();
    let Some(name) = path.get_ident().map(ToString::to_string) else {
        let tool = path
            .segments
            .first()
            .is_some_and(|first| first.ident == "rustfmt" || first.ident == "clippy");
        if door == Door::Method && !tool {
            errors.add(path, "an unknown attribute of a parameter", REMEDY);
        }
        return;
    };
    match name.as_str() {
        "doc" => parameter.docs.push(attribute.clone()),
        "allow" | "expect" | "warn" | "deny" | "forbid" => parameter.lints.push(attribute.clone()),
        "query" | "form" | "json" | "header" => {
            if let Some(first) = &parameter.attribute {
                errors.add(
                    path,
                    format!(
                        "`{}` has two places: `#[{}]` and `#[{name}]`",
                        parameter.name,
                        first.to_token_stream()
                    ),
                    "a parameter goes to one place",
                );
                return;
            }
            parameter.place = place::place(attribute, &name, case, parameter, errors);
            parameter.attribute = Some(path.clone());
        }
        _ if door == Door::Method => unknown(attribute, &name, parameter, errors),
        // A field may have attributes of other derives; what none of them knows, rustc reports.
        _ => {}
    }
}

const REMEDY: &str = "a parameter has `#[query]`, `#[form]`, `#[json]` or `#[header(\"..\")]`; one in the path has none";

fn unknown(attribute: &Attribute, name: &str, parameter: &mut Parameter, errors: &mut Errors) {
    let path = attribute.path();
    match name {
        "path" | "param" => errors.add(
            path,
            format!("a path parameter has no attribute, `#[{name}]` is none"),
            &format!(
                "remove it and name the parameter in the path: `{{{}}}`",
                parameter.plain_name()
            ),
        ),
        "body" => errors.add(
            path,
            "`#[body]` does not say what the body is",
            "write `#[json]`, or `#[form]` for each key of a form",
        ),
        "cfg" | "cfg_attr" => errors.add(
            path,
            "a parameter cannot be compiled conditionally",
            "put `#[cfg]` on the method, and declare one method for each case",
        ),
        "rename" | "join" | "flatten" | "page" | "serde" => errors.add(
            path,
            format!("`{name}` is no attribute of a parameter"),
            "its keys stand in the attribute of its place: `#[query(rename = \"..\")]`",
        ),
        _ => match nearest(name, PLACES) {
            Some(near) => errors.add(
                path,
                format!("unknown attribute `{name}`, did you mean `{near}`?"),
                "",
            ),
            None => errors.add(
                path,
                format!("unknown attribute `{name}` of a parameter"),
                REMEDY,
            ),
        },
    }
}
