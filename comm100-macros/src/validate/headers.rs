//! The names of headers.

use crate::diagnostics::Errors;
use crate::model::{Parameter, Place};

/// Checks the headers' names.
pub(super) fn check(parameters: &mut [Parameter], errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    for parameter in parameters
        .iter_mut()
        .filter(|parameter| parameter.is_sound())
    {
        let Place::Header(key) = &parameter.place else {
            continue;
        };
        let lower = key.wire.to_ascii_lowercase();
        let mistake = mistake(&key.wire, &lower).or_else(|| {
            seen.contains(&lower).then(|| {
                (
                    format!("two parameters are the header `{}`", key.wire),
                    "a header is sent once; join the values into one parameter".to_owned(),
                )
            })
        });
        if let Some((rule, remedy)) = mistake {
            errors.add(&key.token, rule, &remedy);
            parameter.spoil();
        }
        seen.push(lower);
    }
}

fn mistake(name: &str, lower: &str) -> Option<(String, String)> {
    let remedy = match lower {
        "authorization" => "it is the client's: `Credentials`",
        "host" => "it follows from the client's `Platform`",
        "content-type" | "content-length" | "transfer-encoding" | "connection" => {
            "it follows from the request's body"
        }
        _ if name.is_empty() => {
            return Some((
                "the header has no name".to_owned(),
                "write `#[header(\"X-Name\")]`".to_owned(),
            ));
        }
        _ => {
            let wrong = name.chars().find(|letter| {
                !(letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(*letter))
            })?;
            return Some((
                format!(
                    "`{}` is not allowed in the name of a header",
                    wrong.escape_default()
                ),
                "it is made of ASCII letters, digits and `-`, such as `X-Name`".to_owned(),
            ));
        }
    };
    Some((
        format!("the header `{name}` is not a parameter's to set"),
        remedy.to_owned(),
    ))
}
