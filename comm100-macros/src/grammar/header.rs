//! Names of headers that a declaration can set: all that a call can. The core's list is in its
//! `headers.rs`; `tests/tests/reserved_headers.rs` compares the two.

/// Returns the rule that a name violates, and the remedy.
pub(crate) fn header_mistake(name: &str) -> Option<(String, String)> {
    let remedy = match name.to_ascii_lowercase().as_str() {
        "authorization" => "pass `Credentials` to the client",
        "host" => "it is set from the client's `Platform`",
        "connection"
        | "content-length"
        | "expect"
        | "keep-alive"
        | "proxy-authorization"
        | "proxy-connection"
        | "te"
        | "trailer"
        | "transfer-encoding"
        | "upgrade" => "the client sets it",
        "content-encoding" => "bodies are sent as they are",
        "" => {
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
        format!("a declaration cannot set the `{name}` header"),
        remedy.to_owned(),
    ))
}
