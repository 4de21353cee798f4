//! The place of a parameter, from its attribute.

use quote::ToTokens;
use syn::{Attribute, LitStr, Meta};

use super::keys::{self, AttributeContents, KeyValue};
use super::rename::Case;
use super::{Key, Parameter, Place, Style};
use crate::diagnostics::Errors;
use crate::grammar::{self, PlaceKind, WireName};
use crate::parse::Arguments;

/// Reads the attribute of a place.
pub(super) fn place(
    attribute: &Attribute,
    kind: &'static PlaceKind,
    case: Case,
    parameter: &Parameter,
    errors: &mut Errors,
) -> Place {
    let before = errors.count();
    let described = grammar::Attribute::of_place(kind);
    let contents = keys::read(&described, &arguments(attribute, kind, errors), errors);
    let missing = kind.literal.filter(|literal| {
        literal.required && contents.literal.is_none() && errors.count() == before
    });
    if let Some(literal) = missing {
        errors.add(
            attribute.path(),
            format!("`#[{}]` needs {}", kind.attribute, literal.what),
            &format!("write `{}`", literal.example),
        );
    }
    let content_type = (kind.wire == WireName::Whole)
        .then(|| contents.literal.clone())
        .flatten();
    if let Some(content_type) = &content_type {
        check_content_type(content_type, errors);
    }
    let key = match kind.wire {
        WireName::Header => Key {
            wire: contents
                .literal
                .as_ref()
                .map(LitStr::value)
                .unwrap_or_default(),
            token: contents.literal.map_or_else(
                || attribute.path().to_token_stream(),
                ToTokens::into_token_stream,
            ),
            style: Style::Plain,
            with: None,
        },
        WireName::Key => key(
            contents,
            case.apply(&parameter.plain_name()),
            parameter,
            errors,
        ),
        WireName::Whole => key(contents, parameter.plain_name(), parameter, errors),
    };
    Place {
        kind,
        key,
        content_type,
    }
}

fn check_content_type(content_type: &LitStr, errors: &mut Errors) {
    let text = content_type.value();
    let is_ascii = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let has_subtype = text
        .split_once('/')
        .is_some_and(|(kind, subtype)| !kind.is_empty() && !subtype.is_empty());
    if !is_ascii || !has_subtype {
        errors.add(
            content_type,
            "a content type must be `type/subtype`",
            "write `#[body(\"text/csv\")]`",
        );
    }
}

fn arguments(attribute: &Attribute, kind: &PlaceKind, errors: &mut Errors) -> Arguments {
    let meta = match &attribute.meta {
        Meta::Path(_) => return Arguments::default(),
        Meta::List(meta) => return Arguments::parse(meta.tokens.clone()),
        Meta::NameValue(meta) => meta,
    };
    let (name, value) = (kind.attribute, meta.value.to_token_stream());
    let remedy = if kind.literal.is_some() {
        format!("write `#[{name}({value})]`")
    } else if kind.has_key("rename") {
        format!("write `#[{name}(rename = {value})]`")
    } else {
        format!("write `#[{name}]`")
    };
    errors.add(
        &meta.value,
        format!("`#[{name}]` takes no value after `=`"),
        &remedy,
    );
    Arguments::default()
}

fn key(
    contents: AttributeContents,
    wire: String,
    parameter: &Parameter,
    errors: &mut Errors,
) -> Key {
    let mut key = Key {
        wire,
        token: parameter.name.to_token_stream(),
        style: Style::Plain,
        with: None,
    };
    let first = first_page(&contents, errors);
    for argument in contents.keys {
        match (argument.spec.name, argument.value) {
            ("rename", KeyValue::Text(wire)) => {
                if wire.value().is_empty() {
                    errors.add(
                        &wire,
                        "a key cannot be empty",
                        "write the key as the API names it",
                    );
                }
                key.wire = wire.value();
                key.token = wire.into_token_stream();
            }
            ("join", KeyValue::Text(separator)) => {
                if separator.value().is_empty() {
                    errors.add(
                        &separator,
                        "a separator cannot be empty",
                        "write `join = \",\"`",
                    );
                }
                key.style = Style::Joined(separator.value());
            }
            ("flatten", KeyValue::Keys(keys)) => key.style = Style::Flattened(keys),
            ("flatten", _) => key.style = Style::Flattened(Vec::new()),
            ("page", _) => key.style = Style::Page { first },
            ("with", KeyValue::Function(function)) => key.with = Some(function),
            _ => {}
        }
    }
    key
}

/// Reads the number of a list's first page: 1, or the value of `first`.
fn first_page(contents: &AttributeContents, errors: &mut Errors) -> u32 {
    for argument in &contents.keys {
        if let ("first", KeyValue::Number(number)) = (argument.spec.name, &argument.value) {
            if let Ok(first @ 0..=1) = number.base10_parse() {
                return first;
            }
            errors.add(
                number,
                "the first page must be 0 or 1",
                "write `first = 0`, or nothing for lists that start at 1",
            );
        }
    }
    1
}
