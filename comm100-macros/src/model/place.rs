//! Where a parameter goes, by its attribute.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta, Path};

use super::rename::Case;
use super::{Key, Parameter, Place, SpreadKey, Style, keys};
use crate::diagnostics::Errors;
use crate::parse::{Argument, Arguments, Value};

const QUERY_KEYS: [&str; 5] = ["rename", "join", "flatten", "page", "with"];
const FORM_KEYS: [&str; 4] = ["rename", "join", "flatten", "with"];

/// Reads `#[query]`, `#[form]`, `#[json]` or `#[header]`.
pub(super) fn place(
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
    let mut found: Option<LitStr> = None;
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
        wire: found.as_ref().map(LitStr::value).unwrap_or_default(),
        token: found.map_or_else(
            || attribute.path().to_token_stream(),
            ToTokens::into_token_stream,
        ),
        style: Style::Plain,
        with: None,
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
    let mut reader = KeyReader {
        place: name,
        known,
        key: Key {
            wire: case.apply(&parameter.plain_name()),
            token: parameter.name.to_token_stream(),
            style: Style::Plain,
            with: None,
        },
        styled: None,
        renamed: None,
        converted: None,
    };
    for argument in &arguments.list {
        reader.read(argument, errors);
    }
    reader.finish(errors)
}

struct KeyReader<'a> {
    place: &'a str,
    known: &'a [&'a str],
    key: Key,
    /// The keys that were given, to blame where they exclude each other.
    styled: Option<Ident>,
    renamed: Option<Ident>,
    converted: Option<Ident>,
}

impl KeyReader<'_> {
    fn read(&mut self, argument: &Argument, errors: &mut Errors) {
        match argument {
            Argument::Value(word, value) if word == "rename" => self.rename(word, value, errors),
            Argument::Value(word, value) if word == "join" => {
                let separator = keys::string(word, value, "join = \",\"", errors);
                let separator = separator.map(|text| text.value()).unwrap_or_default();
                if separator.is_empty() && !value.tokens.is_empty() && is_text(value) {
                    errors.add(
                        &value.tokens,
                        "a separator is not empty",
                        "write `join = \",\"`",
                    );
                }
                self.style(word, Style::Joined(separator), errors);
            }
            Argument::Value(word, value) if word == "with" => {
                self.converted = Some(word.clone());
                self.key.with =
                    keys::typed::<Path>(word, value, "a function", "with = to_text", errors);
            }
            Argument::Flag(word) if word == "flatten" => {
                self.style(word, Style::Flattened(Vec::new()), errors);
            }
            Argument::Value(word, value) if word == "flatten" => {
                let keys = spread_keys(word, value, errors);
                self.style(word, Style::Flattened(keys), errors);
            }
            Argument::Flag(word) if word == "page" && self.known.contains(&"page") => {
                self.style(word, Style::Page, errors);
            }
            Argument::Flag(word) | Argument::Value(word, _)
                if word == "page" && !self.known.contains(&"page") =>
            {
                errors.add(
                    word,
                    format!("`#[{}]` has no key `page`", self.place),
                    "the number of a page is a query parameter: `#[query(page)]`",
                );
            }
            other => self.reject(other, errors),
        }
    }

    fn rename(&mut self, word: &Ident, value: &Value, errors: &mut Errors) {
        self.renamed = Some(word.clone());
        let Some(wire) = keys::string(word, value, "rename = \"agentId\"", errors) else {
            return;
        };
        if wire.value().is_empty() {
            errors.add(
                &wire,
                "a key is not empty",
                "write the key as the API names it",
            );
        }
        self.key.wire = wire.value();
        self.key.token = wire.into_token_stream();
    }

    fn style(&mut self, word: &Ident, style: Style, errors: &mut Errors) {
        if let Some(first) = &self.styled {
            errors.add(
                word,
                format!("`{first}` and `{word}` exclude each other"),
                "keep one of the two",
            );
        } else {
            self.styled = Some(word.clone());
            self.key.style = style;
        }
    }

    fn finish(self, errors: &mut Errors) -> Key {
        let flattened = self.key.is_flattened();
        if let Some(word) = self.renamed.as_ref().filter(|_| flattened) {
            errors.add(
                word,
                "a flattened parameter has no key of its own to rename",
                "remove `rename`; the keys are those of the struct or map (`#[serde(rename = \"..\")]` on its fields)",
            );
        }
        let special = flattened || self.key.is_page();
        if let (Some(word), Some(style)) =
            (self.converted.as_ref().filter(|_| special), &self.styled)
        {
            errors.add(
                word,
                format!("`{style}` and `with` exclude each other"),
                "keep one of the two",
            );
        }
        self.key
    }

    fn reject(&self, argument: &Argument, errors: &mut Errors) {
        let place = self.place;
        let attribute = format!("`#[{place}]`");
        match argument {
            Argument::Literal(literal) => errors.add(
                literal,
                format!("the key of {attribute} is the parameter's name"),
                &format!("to send another write `#[{place}(rename = {literal})]`"),
            ),
            Argument::Flag(word) | Argument::Value(word, _) | Argument::Call(word)
                if word == "name" || word == "key" =>
            {
                errors.add(
                    word,
                    format!("unknown key `{word}`, did you mean `rename`?"),
                    "",
                );
            }
            Argument::Flag(word) | Argument::Value(word, _) | Argument::Call(word) => {
                let example = match word.to_string().as_str() {
                    word @ ("flatten" | "page") => format!("#[{place}({word})]"),
                    "join" => format!("#[{place}(join = \",\")]"),
                    "with" => format!("#[{place}(with = to_text)]"),
                    _ => format!("#[{place}(rename = \"..\")]"),
                };
                keys::reject(argument, &attribute, self.known, &example, errors);
            }
            Argument::Other(_) => keys::reject(
                argument,
                &attribute,
                self.known,
                &format!("#[{place}(rename = \"..\")]"),
                errors,
            ),
        }
    }
}

fn is_text(value: &Value) -> bool {
    syn::parse2::<LitStr>(value.tokens.clone()).is_ok()
}

/// `flatten = ["timeFrom", "timezone?"]`: the keys that the struct has, for `EndpointInfo`.
fn spread_keys(word: &Ident, value: &Value, errors: &mut Errors) -> Vec<SpreadKey> {
    let mut tokens = value.tokens.clone().into_iter();
    let (Some(TokenTree::Group(group)), None) = (tokens.next(), tokens.next()) else {
        return wrong_spread(word, &value.tokens, errors);
    };
    if group.delimiter() != Delimiter::Bracket {
        return wrong_spread(word, &value.tokens, errors);
    }
    let listed = Arguments::parse(group.stream());
    let mut keys = Vec::new();
    for argument in &listed.list {
        match keys::literal_string(argument) {
            Some(name) => {
                let text = name.value();
                let wire = text.strip_suffix('?').unwrap_or(&text).to_owned();
                keys.push(SpreadKey {
                    required: wire == text,
                    wire,
                    token: name.into_token_stream(),
                });
            }
            None => {
                wrong_spread(word, &argument.to_token_stream(), errors);
            }
        }
    }
    keys
}

fn wrong_spread(word: &Ident, tokens: &TokenStream, errors: &mut Errors) -> Vec<SpreadKey> {
    let tokens = if tokens.is_empty() {
        word.to_token_stream()
    } else {
        tokens.clone()
    };
    errors.add(
        tokens,
        "`flatten` has no value, or a list of the keys that are sent",
        "write `flatten`, or `flatten = [\"timeFrom\", \"timezone?\"]` (`?`: optional)",
    );
    Vec::new()
}
