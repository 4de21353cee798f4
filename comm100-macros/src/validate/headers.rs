//! Names of headers.

use crate::diagnostics::Errors;
use crate::grammar::{BodyKind, WireName, header_mistake};
use crate::model::{Endpoint, Place};

const MULTIPART: (&str, &str) = (
    "`#[part]` sets the `Content-Type` header",
    "remove the header; `Part::content_type` sets that of one part",
);

/// Checks the headers' names.
pub(super) fn check(endpoint: &mut Endpoint, errors: &mut Errors) {
    let has_parts = endpoint.parameters.iter().any(|parameter| {
        let place = parameter.place.as_ref();
        place.is_some_and(|place| place.kind.body == Some(BodyKind::Multipart))
    });
    for header in &endpoint.metadata.headers {
        if has_parts && header.name == "content-type" {
            errors.add(&header.token, MULTIPART.0, MULTIPART.1);
        }
    }
    let parameters = &mut endpoint.parameters;
    let mut seen: Vec<String> = Vec::new();
    for parameter in parameters
        .iter_mut()
        .filter(|parameter| parameter.is_valid())
    {
        let Some(Place { kind, key, .. }) = &parameter.place else {
            continue;
        };
        if kind.wire != WireName::Header {
            continue;
        }
        let lower = key.wire.to_ascii_lowercase();
        let multipart = (has_parts && lower == "content-type")
            .then(|| (MULTIPART.0.to_owned(), MULTIPART.1.to_owned()));
        let mistake = header_mistake(&key.wire).or(multipart).or_else(|| {
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
