//! Reads the arguments of an attribute as its table describes them.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{ExprPath, LitBool, LitInt, LitStr, Path, Type};

use super::constant_headers::constant_headers;
use super::values::{Integer, spread_keys, text, typed};
use super::{ConstantHeader, SpreadKey, unknown_key};
use crate::diagnostics::Errors;
use crate::grammar::{Attribute, KeySpec, Shape};
use crate::parse::{Argument, Arguments, Value};

/// The contents of an attribute, in source order.
#[derive(Default)]
pub(super) struct AttributeContents {
    /// The bare string.
    pub(super) literal: Option<LitStr>,
    pub(super) keys: Vec<KeyArgument>,
}

/// A key with its value.
pub(super) struct KeyArgument {
    pub(super) spec: &'static KeySpec,
    pub(super) word: Ident,
    pub(super) value: KeyValue,
}

/// A value, by the key's shape.
pub(super) enum KeyValue {
    Absent,
    Text(LitStr),
    Boolean(bool),
    Number(LitInt),
    Name(Ident),
    Function(ExprPath),
    Path(Path),
    Type(Type),
    Keys(Vec<SpreadKey>),
    Headers(Vec<ConstantHeader>),
}

/// Reads all arguments; what is wrong is reported and left out.
pub(super) fn read(
    attribute: &Attribute,
    arguments: &Arguments,
    errors: &mut Errors,
) -> AttributeContents {
    let mut contents = AttributeContents::default();
    let mut seen: Vec<String> = Vec::new();
    for (position, argument) in arguments.list.iter().enumerate() {
        if let Some(word) = argument.key() {
            let name = word.to_string();
            if seen.contains(&name) {
                errors.add(
                    word,
                    format!("duplicate key `{name}`"),
                    "keep one of the two",
                );
                continue;
            }
            seen.push(name);
        }
        if let Some(text) = argument.literal_string()
            && attribute.literal.is_some()
        {
            read_literal(attribute, text, position, &mut contents, errors);
            continue;
        }
        let key = argument.key();
        let Some((word, spec)) =
            key.and_then(|word| Some((word, attribute.key(&word.to_string())?)))
        else {
            unknown_key::report(attribute, argument, position, errors);
            continue;
        };
        let value = match argument {
            Argument::Value(_, value) => read_value(attribute, spec, word, value, errors),
            Argument::Call(_, tokens) if spec.shape == Shape::Headers => {
                Some(KeyValue::Headers(constant_headers(word, tokens, errors)))
            }
            Argument::Call(..) => {
                unknown_key::report(attribute, argument, position, errors);
                None
            }
            _ => read_flag(attribute, spec, word, errors),
        };
        if let Some(value) = value {
            let word = word.clone();
            contents.keys.push(KeyArgument { spec, word, value });
        }
    }
    reject_exclusions(&contents.keys, errors);
    reject_missing(attribute, &contents.keys, &seen, errors);
    contents
}

/// Reads the bare string.
fn read_literal(
    attribute: &Attribute,
    text: LitStr,
    position: usize,
    contents: &mut AttributeContents,
    errors: &mut Errors,
) {
    let (name, Some(literal)) = (attribute.name, attribute.literal) else {
        return;
    };
    let what = literal.what;
    if contents.literal.is_some() {
        errors.add(
            &text,
            format!("`#[{name}]` takes one string, {what}"),
            literal.second,
        );
        return;
    }
    if position > 0 {
        errors.add(
            &text,
            format!("{what} must come first in `#[{name}]`"),
            &format!("write `#[{name}({}, ..)]`", text.to_token_stream()),
        );
    }
    contents.literal = Some(text);
}

/// Reads a key without a value.
fn read_flag(
    attribute: &Attribute,
    spec: &KeySpec,
    word: &Ident,
    errors: &mut Errors,
) -> Option<KeyValue> {
    match spec.shape {
        Shape::Flag | Shape::FlagOrBoolean | Shape::FlagOrKeys => Some(KeyValue::Absent),
        _ => {
            errors.add(
                word,
                format!("`{word}` needs a value"),
                &format!("write `{}`", attribute.with(spec)),
            );
            None
        }
    }
}

/// Reads a key with a value.
fn read_value(
    attribute: &Attribute,
    spec: &KeySpec,
    word: &Ident,
    value: &Value,
    errors: &mut Errors,
) -> Option<KeyValue> {
    let example = spec.example;
    match spec.shape {
        Shape::Flag => {
            errors.add(
                word,
                format!("`{word}` takes no value"),
                &format!("write `{}`", attribute.with(spec)),
            );
            None
        }
        Shape::FlagOrBoolean => {
            let example = format!("{word} = false");
            let value: LitBool = typed(word, value, "`true` or `false`", &example, errors)?;
            Some(KeyValue::Boolean(value.value))
        }
        Shape::FlagOrKeys => Some(KeyValue::Keys(spread_keys(word, value, errors))),
        Shape::Text => text(word, value, example, errors).map(KeyValue::Text),
        Shape::Number => typed::<Integer>(word, value, "an integer", example, errors)
            .map(|number| KeyValue::Number(number.0)),
        Shape::Name => {
            typed(word, value, "a name, without quotes", example, errors).map(KeyValue::Name)
        }
        Shape::Function => {
            typed(word, value, "the path of a function", example, errors).map(KeyValue::Function)
        }
        Shape::Path => {
            typed(word, value, "a path, without quotes", example, errors).map(KeyValue::Path)
        }
        Shape::Headers => {
            errors.add(
                word,
                format!("`{word}` takes its values in parentheses"),
                &format!("write `{example}`"),
            );
            None
        }
        Shape::Type => typed(word, value, "a type", example, errors).map(KeyValue::Type),
    }
}

/// Reports keys without the key that they require.
fn reject_missing(
    attribute: &Attribute,
    keys: &[KeyArgument],
    seen: &[String],
    errors: &mut Errors,
) {
    for key in keys {
        if let Some(needed) = key.spec.needs
            && !seen.iter().any(|name| name == needed)
        {
            errors.add(
                &key.word,
                format!("`{}` needs `{needed}`", key.spec.name),
                &format!("write `{}`", attribute.with(key.spec)),
            );
        }
    }
}

fn reject_exclusions(keys: &[KeyArgument], errors: &mut Errors) {
    let exclusion = |key: &KeyArgument, other: &KeyArgument| {
        let mut exclusions = key.spec.exclusions.iter();
        exclusions.find(|exclusion| exclusion.other == other.spec.name)
    };
    for (position, later) in keys.iter().enumerate() {
        for earlier in &keys[..position] {
            let found = exclusion(later, earlier)
                .map(|found| (later, found))
                .or_else(|| Some((earlier, exclusion(earlier, later)?)));
            if let Some((blamed, exclusion)) = found {
                errors.add(
                    &blamed.word,
                    format!(
                        "`{}` and `{}` cannot be combined",
                        earlier.spec.name, later.spec.name
                    ),
                    exclusion.remedy,
                );
                return;
            }
        }
    }
}
