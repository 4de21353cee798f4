//! Reads `#[model(..)]` of a struct and of its fields.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Ident, LitStr, Path, Type};

use crate::diagnostics::{Errors, did_you_mean, list};
use crate::model::{Case, plain_name};
use crate::parse::doc_line;

const CONTAINER_KEYS: [&str; 3] = ["rename_all", "fields_only", "scalar"];
const FIELD_KEYS: [&str; 6] = ["name", "alias", "flat", "with", "required", "strict"];

/// The options of the struct.
#[derive(Default)]
pub(super) struct Container {
    camel_case: bool,
    /// The struct implements `Deserialize` by hand.
    pub(super) fields_only: bool,
    /// The field that a scalar in place of the object is.
    pub(super) scalar: Option<Ident>,
}

/// A field and its options.
pub(super) struct Field {
    pub(super) member: Ident,
    pub(super) ty: Type,
    /// All names on the wire; the first is written.
    pub(super) names: Vec<String>,
    /// Members of the field's model that are also read from the parent object: their names there, and the members.
    pub(super) flat: Vec<(String, Ident)>,
    /// The codec, if the type's own form is not the one on the wire.
    pub(super) codec: Option<Path>,
    /// The key must be present in a model that is not an element of another.
    pub(super) required: bool,
    /// The value must be present and readable, wherever the model occurs.
    pub(super) strict: bool,
    pub(super) docs: String,
    /// The attribute, for errors.
    source: TokenStream,
}

impl Container {
    pub(super) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut container = Self::default();
        each_key(attributes, errors, |meta, errors| {
            if meta.path.is_ident("rename_all") {
                let case: LitStr = meta.value()?.parse()?;
                match case.value().as_str() {
                    "camelCase" => container.camel_case = true,
                    _ => errors.add(&case, "unknown case", "the only case is `camelCase`"),
                }
            } else if meta.path.is_ident("fields_only") {
                container.fields_only = true;
            } else if meta.path.is_ident("scalar") {
                container.scalar = Some(meta.value()?.parse()?);
            } else {
                unknown(&meta.path, &CONTAINER_KEYS, errors);
            }
            Ok(())
        });
        container
    }
}

impl Field {
    pub(super) fn read(
        field: &syn::Field,
        container: &Container,
        errors: &mut Errors,
    ) -> Option<Self> {
        let member = field.ident.clone()?;
        let plain = plain_name(&member);
        let mut read = Self {
            names: vec![if container.camel_case {
                Case::Camel.apply(&plain)
            } else {
                plain
            }],
            ty: field.ty.clone(),
            flat: Vec::new(),
            codec: None,
            required: false,
            strict: false,
            docs: docs(&field.attrs),
            source: member.to_token_stream(),
            member,
        };
        each_key(&field.attrs, errors, |meta, errors| {
            if meta.path.is_ident("name") {
                read.names[0] = meta.value()?.parse::<LitStr>()?.value();
            } else if meta.path.is_ident("alias") {
                read.names.push(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("flat") {
                meta.parse_nested_meta(|pair| {
                    let name = plain_name(pair.path.require_ident()?);
                    read.flat.push((name, pair.value()?.parse()?));
                    Ok(())
                })?;
            } else if meta.path.is_ident("with") {
                read.codec = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("required") {
                read.required = true;
            } else if meta.path.is_ident("strict") {
                read.required = true;
                read.strict = true;
            } else {
                unknown(&meta.path, &FIELD_KEYS, errors);
            }
            Ok(())
        });
        if read.strict && read.codec.is_some() {
            let rule = "`strict` and `with` exclude each other";
            errors.add(&read.source, rule, "remove one of them");
        }
        Some(read)
    }
}

/// Reports names that two fields share.
pub(super) fn check_names(fields: &[Field], errors: &mut Errors) {
    let mut seen: Vec<&str> = Vec::new();
    for field in fields {
        let flat = field.flat.iter().map(|(name, _)| name);
        for name in field.names.iter().chain(flat) {
            if seen.contains(&name.as_str()) {
                let rule = format!("`{name}` is the name of another field");
                errors.add(&field.source, rule, "each name belongs to one field");
            }
            seen.push(name);
        }
    }
}

/// Runs `read` for each key of each `#[model(..)]`.
fn each_key(
    attributes: &[Attribute],
    errors: &mut Errors,
    mut read: impl FnMut(ParseNestedMeta<'_>, &mut Errors) -> syn::Result<()>,
) {
    for attribute in attributes {
        if attribute.path().is_ident("model")
            && let Err(error) = attribute.parse_nested_meta(|meta| read(meta, errors))
        {
            errors.add(attribute, error.to_string(), "");
        }
    }
}

fn unknown(path: &Path, keys: &[&str], errors: &mut Errors) {
    let key = path
        .get_ident()
        .map(ToString::to_string)
        .unwrap_or_default();
    let near = did_you_mean(&key, keys.iter().copied());
    let remedy = format!("the keys are {}", list(keys, "and"));
    errors.add(path, format!("unknown key `{key}`{near}"), &remedy);
}

/// Returns the text of the doc comments, without the space after `///`.
pub(super) fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(doc_line);
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned());
    lines.collect::<Vec<_>>().join("\n")
}
