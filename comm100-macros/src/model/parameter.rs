//! One parameter: its name, its type, and the attribute that says its place.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};
use syn::{Attribute, Lifetime, Meta, Pat, PatType, Type};

use super::rename::Case;
use super::{Key, Parameter, Place, Style, keys, lifetimes, types};
use crate::diagnostics::{Errors, nearest};
use crate::parse::{Argument, Arguments};

const PLACES: [&str; 4] = ["query", "form", "json", "header"];
const QUERY_KEYS: [&str; 4] = ["rename", "join", "flatten", "page"];
const FORM_KEYS: [&str; 3] = ["rename", "join", "flatten"];

/// Where a parameter was declared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Door {
    Method,
    Field,
}

/// Reads a method's parameter.
pub(super) fn parameter(
    typed: &PatType,
    position: usize,
    lifetime: &Lifetime,
    case: Case,
    errors: &mut Errors,
) -> Parameter {
    let before = errors.count();
    let name = name(&typed.pat, position, errors);
    let mut parameter = read(name, &typed.ty, &typed.attrs, Door::Method, case, errors);
    if let Some(found) = impl_trait(&typed.ty) {
        errors.add(
            found,
            "a parameter is not `impl Trait`: the builder has to name its type",
            "name a type parameter, `async fn f<T: Trait>(&self, x: T)`, or the type itself",
        );
    }
    parameter.borrows = lifetimes::name_elided(&mut parameter.sent, lifetime);
    parameter.sound &= before == errors.count();
    parameter
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
        sound: true,
    };
    for attribute in attributes {
        attribute_of(attribute, door, case, &mut parameter, errors);
    }
    parameter.sound = before == errors.count();
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
            parameter.place = place(attribute, &name, case, parameter, errors);
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
    // The one mistake is the attribute, not that the parameter has no place.
    parameter.attribute.get_or_insert_with(|| path.clone());
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

fn place(
    attribute: &Attribute,
    name: &str,
    case: Case,
    parameter: &Parameter,
    errors: &mut Errors,
) -> Place {
    let arguments = match &attribute.meta {
        Meta::Path(_) => Arguments { list: Vec::new() },
        Meta::List(meta) => Arguments::parse(meta.tokens.clone()),
        Meta::NameValue(meta) => {
            let value = meta.value.to_token_stream();
            let remedy = match name {
                "header" => format!("write `#[header({value})]`"),
                "json" => "write `#[json]`".to_owned(),
                _ => format!("write `#[{name}(rename = {value})]`"),
            };
            errors.add(
                &meta.value,
                format!("`#[{name}]` is not given a value by `=`"),
                &remedy,
            );
            Arguments { list: Vec::new() }
        }
    };
    match name {
        "json" => {
            for argument in &arguments.list {
                keys::reject(argument, "`#[json]`", &[], "#[json]", errors);
            }
            Place::Json
        }
        "header" => header(attribute, &arguments, errors),
        "form" => Place::Form(key(arguments, "form", &FORM_KEYS, case, parameter, errors)),
        _ => Place::Query(key(
            arguments,
            "query",
            &QUERY_KEYS,
            case,
            parameter,
            errors,
        )),
    }
}

/// `#[header("X-Name")]`.
fn header(attribute: &Attribute, arguments: &Arguments, errors: &mut Errors) -> Place {
    let before = errors.count();
    let mut found = None;
    for argument in &arguments.list {
        match keys::literal_string(argument) {
            Some(name) if found.is_none() => found = Some(name),
            Some(name) => errors.add(
                &name,
                "`#[header]` has one name",
                "declare a parameter for each header",
            ),
            None => match argument {
                Argument::Flag(key) | Argument::Value(key, _) | Argument::Call(key) => errors.add(
                    key,
                    format!("`#[header]` has no key `{key}`"),
                    "its only argument is the header's name: `#[header(\"X-Name\")]`",
                ),
                other => errors.add(
                    other,
                    "the name of a header is a string",
                    "write `#[header(\"X-Name\")]`",
                ),
            },
        }
    }
    if found.is_none() && errors.count() == before && !matches!(attribute.meta, Meta::NameValue(_))
    {
        errors.add(
            attribute.path(),
            "`#[header]` does not say which header",
            "write `#[header(\"X-Name\")]`",
        );
    }
    Place::Header(Key {
        wire: found.as_ref().map(syn::LitStr::value).unwrap_or_default(),
        token: found.map_or_else(
            || attribute.path().to_token_stream(),
            ToTokens::into_token_stream,
        ),
        style: Style::Plain,
    })
}

/// The keys of `#[query(..)]` and `#[form(..)]`.
fn key(
    mut arguments: Arguments,
    name: &str,
    known: &[&str],
    case: Case,
    parameter: &Parameter,
    errors: &mut Errors,
) -> Key {
    keys::reject_repeated(&mut arguments, errors);
    let mut key = Key {
        wire: case.apply(&parameter.plain_name()),
        token: parameter.name.to_token_stream(),
        style: Style::Plain,
    };
    let mut styled: Option<&Ident> = None;
    let mut renamed: Option<&Ident> = None;
    for argument in &arguments.list {
        let style = match argument {
            Argument::Value(word, value) if word == "rename" => {
                renamed = Some(word);
                if let Some(wire) = keys::string(word, value, "rename = \"agentId\"", errors) {
                    if wire.value().is_empty() {
                        errors.add(
                            &wire,
                            "a key is not empty",
                            "write the key as the API names it",
                        );
                    }
                    key.wire = wire.value();
                    key.token = wire.into_token_stream();
                }
                continue;
            }
            Argument::Value(word, value) if word == "join" => {
                let separator = keys::string(word, value, "join = \",\"", errors);
                if let Some(empty) = separator.as_ref().filter(|text| text.value().is_empty()) {
                    errors.add(empty, "a separator is not empty", "write `join = \",\"`");
                }
                (
                    word,
                    Style::Joined(separator.map(|text| text.value()).unwrap_or_default()),
                )
            }
            Argument::Flag(word) if word == "flatten" => (word, Style::Flattened),
            Argument::Flag(word) if word == "page" && known.contains(&"page") => {
                (word, Style::Page)
            }
            Argument::Flag(word) | Argument::Value(word, _) if word == "page" => {
                errors.add(
                    word,
                    format!("`#[{name}]` has no key `page`"),
                    "the number of a page is a query parameter: `#[query(page)]`",
                );
                continue;
            }
            other => {
                other_argument(other, name, known, errors);
                continue;
            }
        };
        if let Some(first) = styled {
            errors.add(
                style.0,
                format!("`{first}` and `{}` exclude each other", style.0),
                "keep one of the two",
            );
        } else {
            styled = Some(style.0);
            key.style = style.1;
        }
    }
    if let (Some(word), Style::Flattened) = (renamed, &key.style) {
        errors.add(
            word,
            "a flattened parameter has no key of its own to rename",
            "remove `rename`; the keys are those of the struct or map (`#[serde(rename = \"..\")]` on its fields)",
        );
    }
    key
}

fn other_argument(argument: &Argument, name: &str, known: &[&str], errors: &mut Errors) {
    match argument {
        Argument::Literal(literal) => errors.add(
            literal,
            format!("the key of `#[{name}]` is the parameter's name"),
            &format!("to send another write `#[{name}(rename = {literal})]`"),
        ),
        Argument::Flag(word) | Argument::Value(word, _) if word == "name" || word == "key" => {
            errors.add(
                word,
                format!("unknown key `{word}`, did you mean `rename`?"),
                "",
            );
        }
        Argument::Flag(word) | Argument::Value(word, _) | Argument::Call(word) => {
            let example = match word.to_string().as_str() {
                word @ ("flatten" | "page") => format!("#[{name}({word})]"),
                "join" => format!("#[{name}(join = \",\")]"),
                _ => format!("#[{name}(rename = \"..\")]"),
            };
            keys::reject(argument, &format!("`#[{name}]`"), known, &example, errors);
        }
        Argument::Other(_) => keys::reject(
            argument,
            &format!("`#[{name}]`"),
            known,
            &format!("#[{name}(rename = \"..\")]"),
            errors,
        ),
    }
}

/// The first `impl Trait` in a type.
fn impl_trait(ty: &Type) -> Option<Type> {
    struct Finder(Option<Type>);
    impl syn::visit_mut::VisitMut for Finder {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            if matches!(ty, Type::ImplTrait(_)) {
                self.0.get_or_insert_with(|| ty.clone());
            }
            syn::visit_mut::visit_type_mut(self, ty);
        }
    }
    let mut finder = Finder(None);
    syn::visit_mut::VisitMut::visit_type_mut(&mut finder, &mut ty.clone());
    finder.0
}
