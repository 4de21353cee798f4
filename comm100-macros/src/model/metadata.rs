//! The keys of endpoints, traits and structs that do not describe the request.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{LitInt, Path};

use super::Metadata;
use super::keys::{KeyArgument, KeyValue};
use super::rename::Case;
use crate::diagnostics::Errors;

/// The options of a trait or a struct.
pub(super) struct Options {
    /// The path of the facade crate.
    pub(super) facade: TokenStream,
    pub(super) version: Option<LitInt>,
    pub(super) is_root: bool,
    pub(super) case: Case,
    /// The path of a call builder of several traits.
    pub(super) call_builder: Option<Path>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            facade: quote!(::comm100),
            version: None,
            is_root: false,
            case: Case::default(),
            call_builder: None,
        }
    }
}

impl Metadata {
    /// Adds the settings of the trait, which those of the method replace.
    pub(super) fn in_trait(mut self, defaults: &Self, options: &Options) -> Self {
        let own = std::mem::take(&mut self.headers);
        self.headers = defaults
            .headers
            .iter()
            .filter(|header| own.iter().all(|other| other.name != header.name))
            .cloned()
            .collect();
        self.headers.extend(own);
        self.timeout = self.timeout.or(defaults.timeout);
        self.version.clone_from(&options.version);
        self.is_root = options.is_root;
        self
    }
}

/// Reads a key of an endpoint's metadata. Returns false for other keys.
pub(super) fn read_metadata(
    key: &KeyArgument,
    metadata: &mut Metadata,
    errors: &mut Errors,
) -> bool {
    match (key.spec.name, &key.value) {
        ("idempotent", KeyValue::Absent) => metadata.idempotent = Some(true),
        ("idempotent", KeyValue::Boolean(value)) => metadata.idempotent = Some(*value),
        ("permission", KeyValue::Text(text)) => metadata.permission = Some(text.value()),
        ("edition", KeyValue::Text(text)) => metadata.edition = Some(text.value()),
        ("timeout", KeyValue::Number(seconds)) => metadata.timeout = timeout(seconds, errors),
        ("headers", KeyValue::Headers(headers)) => metadata.headers.clone_from(headers),
        _ => return false,
    }
    true
}

/// Reads an option of a trait or a struct. Returns false for other keys.
pub(super) fn read_option(key: &KeyArgument, options: &mut Options, errors: &mut Errors) -> bool {
    match (key.spec.name, &key.value) {
        ("version", KeyValue::Number(number)) => options.version = version(number, errors),
        ("root", KeyValue::Absent) => options.is_root = true,
        ("rename_all", KeyValue::Text(case)) => options.case = Case::read(case, errors),
        ("crate", KeyValue::Path(path)) => options.facade = path.to_token_stream(),
        ("call_builder", KeyValue::Path(path)) => {
            options.call_builder = call_builder(key, path, errors);
        }
        _ => return false,
    }
    true
}

/// Reads a version. The core knows which ones there are.
fn version(number: &LitInt, errors: &mut Errors) -> Option<LitInt> {
    if number.base10_parse::<u8>().is_ok() {
        return Some(number.clone());
    }
    errors.add(
        number,
        format!("the API has no version {number}"),
        "write `version = 2`",
    );
    None
}

/// Reads a path that ends with a name, behind which the expansion writes the generic arguments.
fn call_builder(key: &KeyArgument, path: &Path, errors: &mut Errors) -> Option<Path> {
    let last = path.segments.last()?;
    let is_keyword = ["crate", "self", "super", "Self"]
        .iter()
        .any(|keyword| last.ident == keyword);
    if !is_keyword && last.arguments.is_none() {
        return Some(path.clone());
    }
    errors.add(
        path,
        "`call_builder` is the name of a type, without generic arguments",
        &format!("write `{}`", key.spec.example),
    );
    None
}

fn timeout(seconds: &LitInt, errors: &mut Errors) -> Option<u64> {
    const DAY: u64 = 24 * 60 * 60;
    if let Ok(seconds @ 1..=DAY) = seconds.base10_parse() {
        return Some(seconds);
    }
    errors.add(
        seconds,
        "a timeout must be from 1 second to one day",
        "write the seconds: `timeout = 30`",
    );
    None
}
