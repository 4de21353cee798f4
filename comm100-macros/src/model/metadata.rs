//! The keys that endpoints, traits and structs have beside their requests.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::LitInt;

use super::Metadata;
use super::keys::{GivenKey, KeyValue};
use super::rename::Case;
use crate::diagnostics::Errors;

/// The options of a trait or a struct.
pub(super) struct Options {
    /// The path of the facade crate.
    pub(super) facade: TokenStream,
    pub(super) version: Option<u8>,
    pub(super) case: Case,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            facade: quote!(::comm100),
            version: None,
            case: Case::default(),
        }
    }
}

/// Reads a key of an endpoint's metadata. Returns false for other keys.
pub(super) fn read_metadata(key: &GivenKey, metadata: &mut Metadata) -> bool {
    match (key.spec.name, &key.value) {
        ("idempotent", KeyValue::Absent) => metadata.idempotent = Some(true),
        ("idempotent", KeyValue::Boolean(value)) => metadata.idempotent = Some(*value),
        ("permission", KeyValue::Text(text)) => metadata.permission = Some(text.value()),
        ("edition", KeyValue::Text(text)) => metadata.edition = Some(text.value()),
        _ => return false,
    }
    true
}

/// Reads an option of a trait or a struct. Returns false for other keys.
pub(super) fn read_option(key: &GivenKey, options: &mut Options, errors: &mut Errors) -> bool {
    match (key.spec.name, &key.value) {
        ("version", KeyValue::Number(number)) => options.version = version(number, errors),
        ("rename_all", KeyValue::Text(case)) => options.case = Case::read(case, errors),
        ("crate", KeyValue::Path(path)) => options.facade = path.to_token_stream(),
        _ => return false,
    }
    true
}

fn version(number: &LitInt, errors: &mut Errors) -> Option<u8> {
    if let Ok(version @ 1..=2) = number.base10_parse::<u8>() {
        return Some(version);
    }
    errors.add(
        number,
        format!("the API has no version {number}"),
        "its versions are 1 and 2",
    );
    None
}
