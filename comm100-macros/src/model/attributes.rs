//! The attributes of a method: one verb, and what is kept as it is.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta};

use super::facts::fact;
use super::{Facts, Verb, VerbKind, keys};
use crate::diagnostics::{Errors, did_you_mean, list, nearest};
use crate::parse::{Argument, Arguments};

/// What a verb's attribute says.
#[derive(Default)]
pub(super) struct VerbAttribute {
    pub(super) verb: Option<Verb>,
    pub(super) path: Option<LitStr>,
    /// There may be a path that could not be read.
    pub(super) path_unknown: bool,
    pub(super) builder: Option<Ident>,
    pub(super) facts: Facts,
}

const EXAMPLE: &str = "#[get(\"{id}\")]";
const KEYS: [&str; 4] = ["idempotent", "builder", "permission", "edition"];
const OTHER_VERBS: [&str; 5] = ["head", "options", "connect", "trace", "query"];

/// Takes the verb out of a method's attributes.
pub(super) fn verb(
    attributes: &mut Vec<Attribute>,
    method: &Ident,
    errors: &mut Errors,
) -> VerbAttribute {
    let mut found: Option<VerbAttribute> = None;
    let mut wrong = false;
    attributes.retain(|attribute| {
        let Some(name) = attribute.path().get_ident() else {
            return true;
        };
        if let Some(kind) = VerbKind::from_name(name) {
            match &found {
                None => found = Some(read(attribute, kind, name, errors)),
                Some(first) => {
                    let first = first
                        .verb
                        .as_ref()
                        .map(|verb| verb.token.to_string())
                        .unwrap_or_default();
                    errors.add(
                        attribute.path(),
                        format!("a second verb: `{method}` is `#[{first}]` already"),
                        "an endpoint has one verb; declare a method for each",
                    );
                }
            }
            return false;
        }
        if let Some((rule, remedy)) = stray(name) {
            errors.add(attribute.path(), rule, &remedy);
            wrong |= OTHER_VERBS.contains(&name.to_string().as_str());
            return false;
        }
        true
    });
    if let Some(found) = found {
        return found;
    }
    if !wrong {
        no_verb(attributes, method, errors);
    }
    VerbAttribute::default()
}

/// There is no verb: perhaps one is misspelled.
fn no_verb(attributes: &mut Vec<Attribute>, method: &Ident, errors: &mut Errors) {
    let misspelled = attributes.iter().position(|attribute| {
        attribute.path().get_ident().is_some_and(|name| {
            !is_known(name) && nearest(&name.to_string(), VerbKind::NAMES).is_some()
        })
    });
    if let Some(position) = misspelled {
        let attribute = attributes.remove(position);
        let name = attribute.path().to_token_stream().to_string();
        errors.add(
            attribute.path(),
            format!(
                "unknown verb `{name}`{}",
                did_you_mean(&name, VerbKind::NAMES)
            ),
            "",
        );
        return;
    }
    errors.add(
        method,
        format!("`{method}` has no verb"),
        "put `#[get]`, `#[post]`, `#[put]`, `#[patch]` or `#[delete]` above it, with a path if it has one: `#[get(\"{id}\")]`",
    );
}

/// An attribute that is not kept, and why.
fn stray(name: &Ident) -> Option<(String, String)> {
    let name = name.to_string();
    let (rule, remedy) = match name.as_str() {
        "head" | "options" | "connect" | "trace" => (
            format!("unknown verb `{name}`"),
            format!("an endpoint is one of {}", list(&VerbKind::NAMES)),
        ),
        "query" | "form" | "json" | "header" => (
            format!("`#[{name}]` says where a parameter goes"),
            "put it before the parameter, between the parentheses".to_owned(),
        ),
        "idempotent" | "builder" | "permission" | "edition" => (
            format!("`{name}` is a key of the verb"),
            if name == "idempotent" {
                "write `#[post(\"..\", idempotent)]`".to_owned()
            } else {
                format!("write `#[get(\"..\", {name} = ..)]`")
            },
        ),
        "path" => (
            "the path is the verb's first argument".to_owned(),
            format!("write `{EXAMPLE}`"),
        ),
        "api" => (
            "`#[api]` goes on the trait".to_owned(),
            "methods have a verb: `#[get]`".to_owned(),
        ),
        _ => return None,
    };
    Some((rule, remedy))
}

/// Attributes of rustc that a method may have; others may be macros of the user's.
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

fn read(attribute: &Attribute, kind: VerbKind, name: &Ident, errors: &mut Errors) -> VerbAttribute {
    let mut result = VerbAttribute {
        verb: Some(Verb {
            kind,
            token: name.to_token_stream(),
        }),
        ..VerbAttribute::default()
    };
    let mut arguments = match &attribute.meta {
        Meta::Path(_) => return result,
        Meta::List(meta) => Arguments::parse(meta.tokens.clone()),
        Meta::NameValue(meta) => {
            errors.add(
                &meta.value,
                format!("the path of `#[{name}]` stands in parentheses"),
                &format!("write `#[{name}({})]`", meta.value.to_token_stream()),
            );
            result.path = syn::parse2(meta.value.to_token_stream()).ok();
            return result;
        }
    };
    let before = errors.count();
    keys::reject_repeated(&mut arguments, errors);
    for (position, argument) in arguments.list.iter().enumerate() {
        argument_of(argument, position, name, &mut result, errors);
    }
    // What was no path may have been meant as one.
    result.path_unknown = result.path.is_none() && before < errors.count();
    result
}

fn argument_of(
    argument: &Argument,
    position: usize,
    name: &Ident,
    result: &mut VerbAttribute,
    errors: &mut Errors,
) {
    if let Some(path) = keys::literal_string(argument) {
        if result.path.is_some() {
            errors.add(
                &path,
                format!("`#[{name}]` has one path"),
                "join the two with a `/`",
            );
        } else if position > 0 {
            errors.add(
                &path,
                format!("the path of `#[{name}]` comes first"),
                &format!("write `#[{name}({}, ..)]`", path.to_token_stream()),
            );
        }
        result.path.get_or_insert(path);
        return;
    }
    if fact(argument, &mut result.facts, errors) {
        return;
    }
    match argument {
        Argument::Value(key, value) if key == "builder" => {
            result.builder = keys::typed(
                key,
                value,
                "a name without quotes",
                "builder = GetOneBuilder",
                errors,
            );
        }
        Argument::Literal(literal) => errors.add(
            literal,
            format!("the path of `#[{name}]` is a string"),
            &format!("write `{EXAMPLE}`"),
        ),
        Argument::Flag(key) | Argument::Call(key)
            if !KEYS.iter().any(|known| key == known)
                && belongs_elsewhere(key, name).is_none()
                && nearest(&key.to_string(), KEYS).is_none() =>
        {
            no_literal(argument, name, errors);
        }
        Argument::Flag(key) | Argument::Value(key, _) | Argument::Call(key) => {
            if let Some(remedy) = belongs_elsewhere(key, name) {
                if let Argument::Value(_, value) = argument
                    && key == "path"
                {
                    result.path = syn::parse2(value.tokens.clone()).ok();
                }
                errors.add(key, format!("`{key}` is no key of `#[{name}]`"), &remedy);
            } else {
                let example = if key == "builder" {
                    format!("#[{name}(\"..\", builder = GetOneBuilder)]")
                } else {
                    format!("#[{name}(\"..\", permission = \"..\")]")
                };
                keys::reject(argument, &format!("`#[{name}]`"), &KEYS, &example, errors);
            }
        }
        Argument::Other(tokens) => {
            let key = tokens.clone().into_iter().next();
            if key.is_some_and(|key| KEYS.contains(&key.to_string().as_str())) {
                let example = format!("#[{name}(\"..\", permission = \"..\")]");
                keys::reject(argument, &format!("`#[{name}]`"), &KEYS, &example, errors);
            } else {
                no_literal(argument, name, errors);
            }
        }
    }
}

/// Something that is no key stands where the path would.
fn no_literal(argument: &Argument, name: &Ident, errors: &mut Errors) {
    errors.add(
        argument,
        format!("the path of `#[{name}]` is a string literal, which is read where it stands"),
        &format!("write `#[{name}(\"{{id}}\")]`"),
    );
}

/// Where a key that is right elsewhere belongs.
fn belongs_elsewhere(key: &Ident, verb: &Ident) -> Option<String> {
    Some(match key.to_string().as_str() {
        "path" => format!("the path is the first argument, without a key: `#[{verb}(\"..\")]`"),
        "version" => "the version is the trait's: `#[api(version = 2)]`".to_owned(),
        "rename_all" => "it is the trait's: `#[api(rename_all = \"..\")]`".to_owned(),
        "crate" => "it is the trait's: `#[api(crate = ..)]`".to_owned(),
        "rename" | "join" | "flatten" | "page" => {
            format!(
                "it belongs to a parameter: `#[query({key}{})]`",
                if key == "rename" || key == "join" {
                    " = \"..\""
                } else {
                    ""
                }
            )
        }
        "returns" => "a method returns what its signature says: `-> Result<T>`".to_owned(),
        _ => return None,
    })
}
