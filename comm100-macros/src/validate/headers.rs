//! Names of headers.

use crate::diagnostics::Errors;
use crate::grammar::{WireName, header_mistake};
use crate::model::{Parameter, Place};

/// Checks the headers' names.
pub(super) fn check(parameters: &mut [Parameter], errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    for parameter in parameters
        .iter_mut()
        .filter(|parameter| parameter.is_valid())
    {
        let Some(Place { kind, key }) = &parameter.place else {
            continue;
        };
        if kind.wire != WireName::Header {
            continue;
        }
        let lower = key.wire.to_ascii_lowercase();
        let mistake = header_mistake(&key.wire).or_else(|| {
            seen.contains(&lower).then(|| {
                (
                    format!("duplicate header `{}`", key.wire),
                    "use one parameter; a header is sent once".to_owned(),
                )
            })
        });
        if let Some((rule, remedy)) = mistake {
            errors.add(&key.token, rule, &remedy);
            parameter.mark_invalid();
        }
        seen.push(lower);
    }
}
