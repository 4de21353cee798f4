//! What methods, traits and structs say of an endpoint beside its request.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use super::{Facts, keys};
use crate::diagnostics::Errors;
use crate::parse::{Argument, Value};

/// Reads a key that methods and structs have in common; tells whether it was one.
pub(super) fn fact(argument: &Argument, facts: &mut Facts, errors: &mut Errors) -> bool {
    match argument {
        Argument::Flag(key) if key == "idempotent" => facts.idempotent = Some(true),
        Argument::Value(key, value) if key == "idempotent" => {
            facts.idempotent = keys::boolean(key, value, "idempotent = false", errors);
        }
        Argument::Value(key, value) if key == "permission" => {
            facts.permission = keys::string(key, value, "permission = \"Manage Settings\"", errors)
                .map(|text| text.value());
        }
        Argument::Value(key, value) if key == "edition" => {
            facts.edition = keys::string(key, value, "edition = \"Enterprise\"", errors)
                .map(|text| text.value());
        }
        _ => return false,
    }
    true
}

/// The version of the API that a trait or a struct asks for.
pub(super) fn version(key: &Ident, value: &Value, errors: &mut Errors) -> Option<u8> {
    let number = keys::integer(key, value, "version = 2", errors)?;
    if let Ok(version @ 1..=2) = number.base10_parse::<u8>() {
        return Some(version);
    }
    errors.add(
        &number,
        format!("there is no version {number} of the API"),
        "it has the versions 1 and 2",
    );
    None
}

/// The facade's path: `crate = my::comm100`.
pub(super) fn facade(key: &Ident, value: &Value, errors: &mut Errors) -> TokenStream {
    keys::typed::<syn::Path>(
        key,
        value,
        "a path without quotes",
        "crate = my::comm100",
        errors,
    )
    .map_or_else(default_facade, ToTokens::into_token_stream)
}

/// The facade under its own name.
pub(super) fn default_facade() -> TokenStream {
    quote!(::comm100)
}
