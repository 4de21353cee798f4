//! `#[derive(Endpoint)]`: reads a struct.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Fields, LitStr, Meta};

use super::keys::{self, KeyArgument, KeyValue};
use super::metadata::{Options, read_metadata, read_option};
use super::parameter::ParameterSource;
use super::rename::Case;
use super::template::Template;
use super::{
    DeclaredVerb, Endpoint, Metadata, Parameter, Request, Returns, docs, parameter, signature,
    types,
};
use crate::diagnostics::Errors;
use crate::grammar::{self, Verb};
use crate::parse::Arguments;

/// Reads a struct.
pub(crate) fn request(input: DeriveInput, errors: &mut Errors) -> Request {
    let mut endpoint = endpoint_options(&input, errors);
    let parameters = fields(&input, endpoint.options.case, errors);
    if parameters.is_none() {
        endpoint.template = Template::default();
    }
    let mut attributes = input.attrs.clone();
    if let Data::Struct(data) = &input.data {
        let fields = data.fields.iter();
        attributes.extend(fields.flat_map(|field| field.attrs.iter().cloned()));
    }
    Request {
        facade: endpoint.options.facade,
        generics: input.generics,
        attributes,
        endpoint: Endpoint {
            name: input.ident,
            verb: endpoint.verb.unwrap_or_default(),
            template: endpoint.template,
            parameters: parameters.unwrap_or_default(),
            returns: endpoint.returns.unwrap_or(Returns::Nothing),
            metadata: Metadata {
                version: endpoint.options.version,
                is_root: endpoint.options.is_root,
                ..endpoint.metadata
            },
            docs: docs(&input.attrs),
            trait_docs: Vec::new(),
        },
    }
}

/// Reads all `#[endpoint(..)]` of a struct.
fn endpoint_options(input: &DeriveInput, errors: &mut Errors) -> EndpointOptions {
    let attributes: Vec<&Attribute> = input
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("endpoint"))
        .collect();
    if attributes.is_empty() {
        let example = grammar::Attribute::ENDPOINT.example();
        errors.add(
            &input.ident,
            format!("`{}` has no `#[endpoint(..)]`", input.ident),
            &format!("write `{example}` above it"),
        );
    }
    let before = errors.count();
    let mut arguments = Arguments::default();
    for attribute in &attributes {
        match &attribute.meta {
            Meta::List(meta) => arguments
                .list
                .extend(Arguments::parse(meta.tokens.clone()).list),
            _ => no_verb(attribute, errors),
        }
    }
    let mut endpoint = EndpointOptions::default();
    endpoint.read(&arguments, errors);
    if let (None, Some(attribute)) = (&endpoint.verb, attributes.first())
        && errors.count() == before
    {
        no_verb(attribute, errors);
    }
    endpoint
}

fn no_verb(attribute: &Attribute, errors: &mut Errors) {
    errors.add(
        attribute.path(),
        "`#[endpoint]` needs a verb with its path",
        &format!("write `{}`", grammar::Attribute::ENDPOINT.example()),
    );
}

/// The content of `#[endpoint(..)]`.
#[derive(Default)]
struct EndpointOptions {
    verb: Option<DeclaredVerb>,
    path: Option<LitStr>,
    template: Template,
    returns: Option<Returns>,
    metadata: Metadata,
    options: Options,
}

impl EndpointOptions {
    fn read(&mut self, arguments: &Arguments, errors: &mut Errors) {
        let before = errors.count();
        for key in keys::read(&grammar::Attribute::ENDPOINT, arguments, errors).keys {
            if read_metadata(&key, &mut self.metadata, errors)
                || read_option(&key, &mut self.options, errors)
            {
                continue;
            }
            self.read_own(key, errors);
        }
        self.template
            .reject_version(self.options.is_root, &self.path, errors);
        // A verb with a wrong path, which is reported, still is the verb.
        if let (None, Some((verb, word))) = (&self.verb, written_verb(arguments))
            && before < errors.count()
        {
            self.verb = Some(DeclaredVerb {
                verb,
                token: word.to_token_stream(),
            });
            self.template.broken = true;
        }
    }

    fn read_own(&mut self, key: KeyArgument, errors: &mut Errors) {
        match (Verb::from_name(key.spec.name), key.value) {
            (Some(verb), KeyValue::Text(path)) => self.read_verb(verb, &key.word, &path, errors),
            (None, KeyValue::Type(ty)) => self.returns = Some(signature::response(ty, errors)),
            _ => {}
        }
    }

    fn read_verb(&mut self, verb: Verb, word: &Ident, path: &LitStr, errors: &mut Errors) {
        if let Some(first) = &self.verb {
            errors.add(
                word,
                format!(
                    "duplicate verb: the endpoint is already `{}`",
                    first.verb.name()
                ),
                "an endpoint has one verb; declare one struct for each",
            );
            return;
        }
        self.verb = Some(DeclaredVerb {
            verb,
            token: word.to_token_stream(),
        });
        self.template = Template::read(path, errors);
        self.path = Some(path.clone());
    }
}

/// Returns the first verb among the arguments, whatever its value.
fn written_verb(arguments: &Arguments) -> Option<(Verb, &Ident)> {
    arguments.list.iter().find_map(|argument| {
        let word = argument.key()?;
        Some((Verb::from_name(&word.to_string())?, word))
    })
}

/// Reads the fields, unless the item cannot have named ones.
fn fields(input: &DeriveInput, case: Case, errors: &mut Errors) -> Option<Vec<Parameter>> {
    let (token, found): (TokenStream, _) = match &input.data {
        Data::Struct(data) => {
            return match &data.fields {
                Fields::Unit => Some(Vec::new()),
                Fields::Named(fields) => Some(
                    fields
                        .named
                        .iter()
                        .filter_map(|declared| field(declared, case, errors))
                        .collect(),
                ),
                Fields::Unnamed(fields) => {
                    errors.add(
                        fields,
                        "the fields of an endpoint need names: the names are the keys that are sent",
                        "write `struct Name { id: u64 }`",
                    );
                    None
                }
            };
        }
        Data::Enum(data) => (data.enum_token.to_token_stream(), "an enum"),
        Data::Union(data) => (data.union_token.to_token_stream(), "a union"),
    };
    errors.add(
        token,
        format!("an endpoint must be a struct, not {found}"),
        "declare one struct for each endpoint",
    );
    None
}

fn field(field: &syn::Field, case: Case, errors: &mut Errors) -> Option<Parameter> {
    let name = field.ident.clone()?;
    if name == "_" {
        errors.add(
            name,
            "a field of an endpoint needs a name: the name is the key that is sent",
            "name it",
        );
        return None;
    }
    let source = ParameterSource::Field;
    let mut read = parameter::read(name, &field.ty, &field.attrs, source, case, errors);
    if types::is_refused_in_fields(&field.ty) {
        read.mark_invalid();
    }
    // A marker of a type parameter that only the response uses.
    let is_marker = types::is_phantom(&field.ty) && read.attribute.is_none();
    (!is_marker).then_some(read)
}
