//! The attributes of a method: one verb, and those that are kept.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta, Path};

use super::keys::{self, KeyValue};
use super::metadata::read_metadata;
use super::{DeclaredVerb, Metadata};
use crate::diagnostics::{Errors, did_you_mean, list, nearest};
use crate::grammar::{self, PlaceKind, Target, Verb, home_of_key};
use crate::parse::{Argument, Arguments};

/// The content of a verb's attribute.
#[derive(Default)]
pub(super) struct VerbAttribute {
    pub(super) verb: Option<DeclaredVerb>,
    pub(super) path: Option<LitStr>,
    /// There may be a path that could not be read.
    pub(super) path_unknown: bool,
    pub(super) builder: Option<Ident>,
    pub(super) metadata: Metadata,
}

/// HTTP methods that cannot be declared.
const OTHER_VERBS: [&str; 3] = ["options", "connect", "trace"];

/// Returns true if an attribute is a verb, or may have been meant as one.
pub(super) fn may_have_verb(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| !attribute.path().get_ident().is_some_and(is_known))
}

/// Removes the verb from a method's attributes.
pub(super) fn verb(
    attributes: &mut Vec<Attribute>,
    method: &Ident,
    errors: &mut Errors,
) -> VerbAttribute {
    let mut found: Option<VerbAttribute> = None;
    let mut other_verb = false;
    attributes.retain(|attribute| {
        let Some(name) = written_verb(attribute.path(), errors) else {
            return true;
        };
        let text = name.to_string();
        if text == "cfg_attr" && contains_verb(attribute) {
            errors.add(
                attribute.path(),
                "`#[cfg_attr]` cannot contain a verb: the macro runs before it is expanded",
                "declare one method for each case, with `#[cfg]` on it",
            );
            other_verb = true;
            return false;
        }
        if let Some(verb) = Verb::from_name(&text) {
            match &found {
                None => found = Some(read(attribute, verb, name, errors)),
                Some(first) => {
                    let first = first.verb.as_ref().map_or("", |first| first.verb.name());
                    errors.add(
                        attribute.path(),
                        format!("duplicate verb: `{method}` is already `#[{first}]`"),
                        "an endpoint has one verb; declare one method for each",
                    );
                }
            }
            return false;
        }
        if let Some((rule, remedy)) = stray(&text) {
            errors.add(attribute.path(), rule, &remedy);
            other_verb |= OTHER_VERBS.contains(&text.as_str());
            return false;
        }
        true
    });
    if let Some(found) = found {
        return found;
    }
    if !other_verb {
        no_verb(attributes, method, errors);
    }
    VerbAttribute::default()
}

/// Returns the name of an attribute: its only word, or the last one of a path that ends in a verb, which is
/// reported.
fn written_verb<'path>(path: &'path Path, errors: &mut Errors) -> Option<&'path Ident> {
    if let Some(name) = path.get_ident() {
        return Some(name);
    }
    let name = &path.segments.last()?.ident;
    Verb::from_name(&name.to_string())?;
    errors.add(
        path,
        format!(
            "the verb `{name}` cannot be qualified: `#[api]` reads it, and nothing is imported"
        ),
        &format!("write `#[{name}]`"),
    );
    Some(name)
}

/// Returns true for `#[cfg_attr(.., get(..))]`.
fn contains_verb(attribute: &Attribute) -> bool {
    let Meta::List(meta) = &attribute.meta else {
        return false;
    };
    let arguments = Arguments::parse(meta.tokens.clone()).list;
    arguments.iter().skip(1).any(|argument| match argument {
        Argument::Flag(name) | Argument::Call(name, _) => {
            Verb::from_name(&name.to_string()).is_some()
        }
        _ => false,
    })
}

/// Reports a missing verb, or a misspelled one.
fn no_verb(attributes: &mut Vec<Attribute>, method: &Ident, errors: &mut Errors) {
    let misspelled = attributes.iter().position(|attribute| {
        attribute.path().get_ident().is_some_and(|name| {
            !is_known(name) && nearest(&name.to_string(), Verb::names()).is_some()
        })
    });
    if let Some(position) = misspelled {
        let attribute = attributes.remove(position);
        let name = attribute.path().to_token_stream().to_string();
        errors.add(
            attribute.path(),
            format!(
                "unknown verb `{name}`{}",
                did_you_mean(&name, Verb::names())
            ),
            "",
        );
        return;
    }
    let verbs: Vec<String> = Verb::names()
        .iter()
        .map(|name| format!("#[{name}]"))
        .collect();
    let verbs: Vec<&str> = verbs.iter().map(String::as_str).collect();
    errors.add(
        method,
        format!("`{method}` has no verb"),
        &format!(
            "put {} above it, with its path if it has one: `#[get(\"{{id}}\")]`",
            list(&verbs, "or")
        ),
    );
}

/// Returns the rule and the remedy for an attribute that a method cannot have.
fn stray(name: &str) -> Option<(String, String)> {
    if OTHER_VERBS.contains(&name) {
        return Some((
            format!("unknown verb `{name}`"),
            format!("the verbs are {}", list(&Verb::names(), "and")),
        ));
    }
    if let Some(place) = PlaceKind::from_attribute(name) {
        return Some((
            format!("`#[{}]` is an attribute of a parameter", place.attribute),
            "put it before the parameter, inside the parentheses".to_owned(),
        ));
    }
    match name {
        "path" => Some((
            "the path is the first argument of the verb".to_owned(),
            "write `#[get(\"{id}\")]`".to_owned(),
        )),
        "api" => Some((
            "`#[api]` is an attribute of the trait".to_owned(),
            "methods have a verb: `#[get]`".to_owned(),
        )),
        _ => match home_of_key(name) {
            Some((Target::Method, example)) => Some((
                format!("`{name}` is a key of the verb"),
                format!("write `{example}`"),
            )),
            _ => None,
        },
    }
}

/// Attributes of rustc that a method may have; others may be the user's macros.
fn is_known(name: &Ident) -> bool {
    const KNOWN: [&str; 13] = [
        "doc",
        "cfg",
        "cfg_attr",
        "deprecated",
        "must_use",
        "allow",
        "expect",
        "warn",
        "deny",
        "forbid",
        "inline",
        "cold",
        "track_caller",
    ];
    KNOWN.iter().any(|known| name == known)
}

fn read(attribute: &Attribute, verb: Verb, name: &Ident, errors: &mut Errors) -> VerbAttribute {
    let mut result = VerbAttribute {
        verb: Some(DeclaredVerb {
            verb,
            token: name.to_token_stream(),
        }),
        ..VerbAttribute::default()
    };
    let arguments = match &attribute.meta {
        Meta::Path(_) => return result,
        Meta::List(meta) => Arguments::parse(meta.tokens.clone()),
        Meta::NameValue(meta) => {
            errors.add(
                &meta.value,
                format!("the path of `#[{name}]` must be in parentheses"),
                &format!("write `#[{name}({})]`", meta.value.to_token_stream()),
            );
            result.path = syn::parse2(meta.value.to_token_stream()).ok();
            return result;
        }
    };
    let before = errors.count();
    let contents = keys::read(&grammar::Attribute::of_verb(verb), &arguments, errors);
    result.path = contents.literal.or_else(|| path_key(&arguments));
    for key in contents.keys {
        if read_metadata(&key, &mut result.metadata, errors) {
            continue;
        }
        if let ("builder", KeyValue::Name(builder)) = (key.spec.name, key.value) {
            result.builder = Some(builder);
        }
    }
    // A wrong argument may have been meant as the path.
    result.path_unknown = result.path.is_none() && before < errors.count();
    result
}

/// Returns the path in `#[get(path = "..")]`, which is reported, but not lost.
fn path_key(arguments: &Arguments) -> Option<LitStr> {
    arguments.list.iter().find_map(|argument| match argument {
        Argument::Value(word, value) if word == "path" => syn::parse2(value.tokens.clone()).ok(),
        _ => None,
    })
}
