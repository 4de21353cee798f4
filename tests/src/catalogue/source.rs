//! Rust source made of the rows of a catalogue.

use std::fmt::Write as _;

use super::rows::{Catalogue, Endpoint};

/// Returns the call of an endpoint with all parameters, or with the required ones alone.
pub(crate) fn call(endpoint: &Endpoint, all: bool) -> String {
    let mut call = format!("{}(client", endpoint.call);
    for parameter in endpoint.parameters().filter(|known| known.is_required()) {
        let value = match &parameter.least {
            Some(least) if !all => least,
            _ => &parameter.value,
        };
        call.push_str(", ");
        call.push_str(value);
    }
    call.push(')');
    for parameter in endpoint
        .parameters()
        .filter(|known| all && !known.is_required())
    {
        let _ = write!(call, ".{}({})", parameter.setter(), parameter.value);
    }
    call
}

/// Returns a struct of the ids that differ from account to account.
pub(crate) fn ids(catalogue: &Catalogue) -> String {
    let mut source = String::from("/// Ids that differ from account to account.\nstruct Ids {\n");
    for (name, model) in &catalogue.ids {
        let _ = writeln!(source, "    {name}: {model},");
    }
    source.push_str("}\n");
    source
}
