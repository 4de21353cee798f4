//! Names of headers.

use crate::diagnostics::Errors;
use crate::grammar::WireName;
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
        let mistake = mistake(&key.wire, &lower).or_else(|| {
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

fn mistake(name: &str, lower: &str) -> Option<(String, String)> {
    let remedy = match lower {
        "authorization" => "pass `Credentials` to the client",
        "host" => "it is set from the client's `Platform`",
        "content-type" | "content-length" | "transfer-encoding" | "connection" => {
            "it is set from the request's body"
        }
        _ if name.is_empty() => {
            return Some((
                "the header's name is empty".to_owned(),
                "write `#[header(\"X-Name\")]`".to_owned(),
            ));
        }
        _ => {
            let wrong = name.chars().find(|letter| {
                !(letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(*letter))
            })?;
            return Some((
                format!(
                    "`{}` is not allowed in a header's name",
                    wrong.escape_default()
                ),
                "use ASCII letters, digits and `-`: `X-Name`".to_owned(),
            ));
        }
    };
    Some((
        format!("a parameter cannot set the `{name}` header"),
        remedy.to_owned(),
    ))
}
