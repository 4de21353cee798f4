//! One parameter: its name, its type, and the attribute of its place.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};
use syn::{Attribute, Lifetime, Pat, PatType, Path, Type};

use super::rename::Case;
use super::{Parameter, Validity, lifetimes, lints, place, types};
use crate::diagnostics::{Errors, nearest, spelled};
use crate::grammar::PlaceKind;

/// The declaration that a parameter belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ParameterSource {
    /// An argument of a trait's method.
    Argument,
    /// A field of a struct.
    Field,
}

/// The lifetimes that a method's parameters may name.
pub(super) struct LifetimeScope<'a> {
    /// The builder's.
    pub(super) lifetime: &'a Lifetime,
    pub(super) declared: &'a [String],
}

/// Reads a method's parameter.
pub(super) fn parameter(
    typed: &PatType,
    position: usize,
    scope: &LifetimeScope<'_>,
    case: Case,
    errors: &mut Errors,
) -> Parameter {
    let before = errors.count();
    let name = name(&typed.pat, position, errors);
    let source = ParameterSource::Argument;
    let mut parameter = read(name, &typed.ty, &typed.attrs, source, case, errors);
    check_type(&typed.ty, &mut parameter, errors);
    if let Some(lifetime) = lifetimes::undeclared(&typed.ty, scope.lifetime, scope.declared) {
        lifetimes::rename(&mut parameter.written, &lifetime, scope.lifetime);
        lifetimes::rename(&mut parameter.sent, &lifetime, scope.lifetime);
        parameter.borrows = true;
        errors.add(
            &lifetime,
            format!("undeclared lifetime `{lifetime}`"),
            &format!("write `'_`, or declare it: `async fn name<{lifetime}>(&self, ..)`"),
        );
    }
    parameter.borrows |= lifetimes::name_elided(&mut parameter.sent, scope.lifetime);
    if before < errors.count() {
        parameter.mark_invalid();
    }
    parameter
}

/// Reports a type that a parameter cannot have.
fn check_type(ty: &Type, parameter: &mut Parameter, errors: &mut Errors) {
    if let Some(found) = types::impl_trait(ty) {
        parameter.validity = Validity::Unusable;
        errors.add(
            found,
            "a parameter cannot have type `impl Trait`: the builder must name the type",
            "use a type parameter, `async fn f<T: Trait>(&self, x: T)`, or the type itself",
        );
    }
    if let Some(found) = types::self_type(ty) {
        parameter.validity = Validity::Unusable;
        errors.add(
            found,
            "a parameter cannot have type `Self`: it is the type that provides the client",
            "name the type",
        );
        neutralize(parameter);
    } else if let Some(found) = types::inferred(ty) {
        parameter.validity = Validity::Unusable;
        errors.add(
            found,
            "a parameter cannot have type `_`: the builder must name the type",
            "name the type",
        );
        neutralize(parameter);
    } else if let Some(unsized_type) = types::unsized_item(&parameter.sent) {
        parameter.validity = Validity::Unusable;
        let found = spelled(unsized_type);
        errors.add(
            unsized_type,
            format!("a parameter cannot have type `{found}`, which has no known size"),
            &format!("write `&{found}`"),
        );
        neutralize(parameter);
    }
}

/// Replaces the type with `&dyn Any`, to prevent follow-up errors.
fn neutralize(parameter: &mut Parameter) {
    parameter.written = syn::parse_quote!(&dyn ::core::any::Any);
    parameter.sent = parameter.written.clone();
}

/// Reads the attributes and the type of a parameter or a field.
pub(super) fn read(
    name: Ident,
    ty: &Type,
    attributes: &[Attribute],
    source: ParameterSource,
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
        place: None,
        attribute: None,
        docs: Vec::new(),
        lints: Vec::new(),
        validity: Validity::Valid,
    };
    for attribute in attributes {
        read_attribute(attribute, source, case, &mut parameter, errors);
    }
    if before < errors.count() {
        parameter.mark_invalid();
    }
    parameter
}

fn name(pattern: &Pat, position: usize, errors: &mut Errors) -> Ident {
    if let Pat::Ident(name) = pattern
        && name.by_ref.is_none()
        && name.subpat.is_none()
    {
        if let Some(word) = &name.mutability {
            errors.add(word, "`mut` has no effect here", "remove `mut`");
        }
        return name.ident.clone();
    }
    errors.add(
        pattern,
        "a parameter needs a plain name, not a pattern",
        "name it: the name is the key that is sent",
    );
    format_ident!("parameter_{position}", span = Span::mixed_site())
}

fn read_attribute(
    attribute: &Attribute,
    source: ParameterSource,
    case: Case,
    parameter: &mut Parameter,
    errors: &mut Errors,
) {
    let path = attribute.path();
    // Fields may have the attributes of other derives; rustc reports those that no derive knows.
    let is_argument = source == ParameterSource::Argument;
    let Some(name) = path.get_ident().map(ToString::to_string) else {
        if is_argument {
            report_path(path, errors);
        }
        return;
    };
    match name.as_str() {
        "doc" => parameter.docs.push(attribute.clone()),
        "allow" | "expect" | "warn" | "deny" | "forbid" => {
            let level = lints::lint_level(attribute);
            parameter
                .lints
                .push(level.unwrap_or_else(|| attribute.clone()));
        }
        _ => match PlaceKind::from_attribute(&name) {
            Some(kind) => {
                if let Some(first) = &parameter.attribute {
                    report_second_place(parameter, first, path, errors);
                    return;
                }
                parameter.place = Some(place::place(attribute, kind, case, parameter, errors));
                parameter.attribute = Some(path.clone());
            }
            None if is_argument => report_unknown(path, &name, parameter, errors),
            None => {}
        },
    }
}

/// Reports an attribute with a path, unless it is a tool's.
fn report_path(path: &Path, errors: &mut Errors) {
    let mut names = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string());
    let (first, last) = (names.next(), names.next_back());
    if matches!(first.as_deref(), Some("rustfmt" | "clippy")) {
        return;
    }
    match last.as_deref().and_then(PlaceKind::from_attribute) {
        Some(place) => errors.add(
            path,
            format!(
                "the attribute `{}` cannot be qualified: `#[api]` reads it, and nothing is imported",
                place.attribute
            ),
            &format!("write `{}`", place.example),
        ),
        None => errors.add(path, "unknown attribute of a parameter", &places()),
    }
}

fn report_second_place(parameter: &Parameter, first: &Path, second: &Path, errors: &mut Errors) {
    errors.add(
        second,
        format!(
            "`{}` has two places: `#[{}]` and `#[{}]`",
            parameter.name,
            first.to_token_stream(),
            second.to_token_stream()
        ),
        "keep one of the two",
    );
}

/// Returns the remedy for a parameter without a place.
fn places() -> String {
    format!(
        "the attributes of parameters are {}; path parameters have none",
        PlaceKind::listed()
    )
}

fn report_unknown(path: &Path, name: &str, parameter: &Parameter, errors: &mut Errors) {
    let (rule, remedy) = match name {
        "path" | "param" => (
            format!("path parameters need no attribute; remove `#[{name}]`"),
            format!(
                "name the parameter in the path: `{{{}}}`",
                parameter.plain_name()
            ),
        ),
        "cfg" | "cfg_attr" => (
            "a parameter cannot be compiled conditionally".to_owned(),
            "put `#[cfg]` on the method, and declare one method for each case".to_owned(),
        ),
        "rename" | "join" | "flatten" | "page" | "with" | "serde" => (
            format!("`{name}` is not an attribute of a parameter"),
            "its keys belong to the attribute of its place: `#[query(rename = \"..\")]`".to_owned(),
        ),
        _ => {
            let attributes = PlaceKind::all().iter().map(|place| place.attribute);
            match nearest(name, attributes) {
                Some(near) => (
                    format!("unknown attribute `{name}`, did you mean `{near}`?"),
                    String::new(),
                ),
                None => (format!("unknown attribute `{name}`"), places()),
            }
        }
    };
    errors.add(path, rule, &remedy);
}
