//! The front door of `#[derive(Endpoint)]`: a struct.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Fields, LitStr, Meta, Type};

use super::parameter::Door;
use super::rename::Case;
use super::template::Template;
use super::{
    Endpoint, Facts, Parameter, Request, Returns, Verb, VerbKind, docs, facts, keys, parameter,
};
use crate::diagnostics::Errors;
use crate::parse::{Argument, Arguments, Value};

const EXAMPLE: &str = "#[endpoint(get = \"livechat/chats/{id}\", returns = Chat)]";
const KEYS: [&str; 12] = [
    "get",
    "post",
    "put",
    "patch",
    "delete",
    "returns",
    "idempotent",
    "permission",
    "edition",
    "version",
    "rename_all",
    "crate",
];

/// Reads a struct.
pub(crate) fn request(input: DeriveInput, errors: &mut Errors) -> Request {
    let mut said = Said {
        facade: facts::default_facade(),
        ..Said::default()
    };
    let own: Vec<&Attribute> = input
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("endpoint"))
        .collect();
    if own.is_empty() {
        errors.add(
            &input.ident,
            format!("`{}` does not say its endpoint", input.ident),
            &format!("write `{EXAMPLE}` above it"),
        );
    }
    let mut arguments = Arguments { list: Vec::new() };
    for attribute in &own {
        arguments.list.extend(arguments_of(attribute, errors).list);
    }
    keys::reject_repeated(&mut arguments, errors);
    let before = errors.count();
    for argument in &arguments.list {
        said.read(argument, errors);
    }
    if let (None, Some(attribute)) = (&said.verb, own.first())
        && errors.count() == before
        && matches!(attribute.meta, Meta::List(_))
    {
        errors.add(
            attribute.path(),
            "`#[endpoint]` says no verb and path",
            &format!("write `{EXAMPLE}`"),
        );
    }
    let mut known = true;
    let parameters = fields(&input, said.case, &mut known, errors);
    if !known {
        said.template = Template::default();
    }
    Request {
        facade: said.facade,
        generics: input.generics,
        endpoint: Endpoint {
            name: input.ident,
            verb: said.verb.unwrap_or_else(|| Verb {
                kind: VerbKind::Get,
                token: TokenStream::new(),
            }),
            template: said.template,
            parameters,
            returns: said.returns.map_or(Returns::Nothing, Returns::Value),
            facts: said.facts,
            docs: docs(&input.attrs),
            about: Vec::new(),
        },
    }
}

fn arguments_of(attribute: &Attribute, errors: &mut Errors) -> Arguments {
    if let Meta::List(meta) = &attribute.meta {
        return Arguments::parse(meta.tokens.clone());
    }
    errors.add(
        attribute.path(),
        "`#[endpoint]` says no verb and path",
        &format!("write `{EXAMPLE}`"),
    );
    Arguments { list: Vec::new() }
}

#[derive(Default)]
struct Said {
    facade: TokenStream,
    verb: Option<Verb>,
    template: Template,
    returns: Option<Type>,
    facts: Facts,
    case: Case,
}

impl Said {
    fn read(&mut self, argument: &Argument, errors: &mut Errors) {
        if facts::fact(argument, &mut self.facts, errors) {
            return;
        }
        match argument {
            Argument::Flag(key) if VerbKind::from_name(key).is_some() => {
                self.verb.get_or_insert(Verb {
                    kind: VerbKind::Get,
                    token: key.to_token_stream(),
                });
                self.template.broken = true;
                errors.add(
                    key,
                    format!("`{key}` has no path"),
                    &format!("write `{key} = \"livechat/chats\"`"),
                );
            }
            Argument::Value(key, value) => match VerbKind::from_name(key) {
                Some(kind) => self.verb(kind, key, value, errors),
                None => self.value(argument, key, value, errors),
            },
            Argument::Call(key) if VerbKind::from_name(key).is_some() => errors.add(
                key,
                format!("the path of `{key}` follows a `=`"),
                &format!("write `{key} = \"livechat/chats\"`"),
            ),
            other => keys::reject(other, "`#[endpoint]`", &KEYS, EXAMPLE, errors),
        }
    }

    fn verb(&mut self, kind: VerbKind, key: &Ident, value: &Value, errors: &mut Errors) {
        if let Some(first) = &self.verb {
            errors.add(
                key,
                format!("a second verb: the endpoint is `{}` already", first.token),
                "an endpoint has one verb; declare a struct for each",
            );
            return;
        }
        self.verb = Some(Verb {
            kind,
            token: key.to_token_stream(),
        });
        if let Some(path) = keys::string(key, value, &format!("{key} = \"livechat/chats\""), errors)
        {
            self.template = Template::read(&path, errors);
        }
    }

    fn value(&mut self, argument: &Argument, key: &Ident, value: &Value, errors: &mut Errors) {
        match key.to_string().as_str() {
            "returns" => self.returns = keys::typed(key, value, "a type", "returns = Chat", errors),
            "version" => self.facts.version = facts::version(key, value, errors),
            "rename_all" => {
                if let Some(case) = keys::string(key, value, "rename_all = \"camelCase\"", errors) {
                    self.case = Case::read(&case, errors);
                }
            }
            "crate" => self.facade = facts::facade(key, value, errors),
            "path" => errors.add(
                key,
                "the path is the verb's value",
                &format!("write `get = {}`", path_text(value)),
            ),
            _ => keys::reject(argument, "`#[endpoint]`", &KEYS, EXAMPLE, errors),
        }
    }
}

fn path_text(value: &Value) -> String {
    syn::parse2::<LitStr>(value.tokens.clone()).map_or_else(
        |_| "\"..\"".to_owned(),
        |path| path.to_token_stream().to_string(),
    )
}

/// `known` becomes false if the fields cannot be told.
fn fields(
    input: &DeriveInput,
    case: Case,
    known: &mut bool,
    errors: &mut Errors,
) -> Vec<Parameter> {
    let data = match &input.data {
        Data::Struct(data) => data,
        Data::Enum(data) => {
            *known = false;
            errors.add(
                data.enum_token,
                "an endpoint is a struct, not an enum",
                "declare a struct for each endpoint",
            );
            return Vec::new();
        }
        Data::Union(data) => {
            *known = false;
            errors.add(
                data.union_token,
                "an endpoint is a struct, not a union",
                "declare a struct",
            );
            return Vec::new();
        }
    };
    match &data.fields {
        Fields::Unit => Vec::new(),
        Fields::Unnamed(fields) => {
            *known = false;
            errors.add(
                fields,
                "the fields of an endpoint have names: they are the keys that are sent",
                "write `struct Name { id: u64 }`",
            );
            Vec::new()
        }
        Fields::Named(fields) => fields
            .named
            .iter()
            .filter_map(|field| {
                let name = field.ident.clone()?;
                if name == "_" {
                    errors.add(
                        name,
                        "a field of an endpoint has a name: it is the key that is sent",
                        "name it",
                    );
                    return None;
                }
                Some(parameter::read(
                    name,
                    &field.ty,
                    &field.attrs,
                    Door::Field,
                    case,
                    errors,
                ))
            })
            .collect(),
    }
}
