//! One segment of a template.

use quote::ToTokens;
use syn::LitStr;

use super::{Mistake, Part, Placeholder, mistake};

/// Reads a segment.
pub(super) fn read(segment: &str, literal: &LitStr) -> Result<Part, Mistake> {
    if segment.is_empty() {
        return Err(mistake(
            "a path cannot contain an empty segment: `//` is not allowed",
            "separate segments with one `/`",
        ));
    }
    if matches!(segment, "." | "..") {
        return Err(mistake(
            format!(
                "a path cannot contain the segment `{segment}`: URLs resolve it to another directory"
            ),
            "write the resolved path",
        ));
    }
    if segment.contains(['{', '}']) {
        return placeholder(segment, literal);
    }
    match other_placeholder(segment) {
        Some(name) => Err(mistake(
            format!("`{segment}` is not a placeholder"),
            format!("write `{{{name}}}`"),
        )),
        None => Ok(Part::Literal(segment.to_owned())),
    }
}

/// Returns the name in a placeholder of other frameworks: `:id`, `<id>`.
fn other_placeholder(segment: &str) -> Option<&str> {
    segment.strip_prefix(':').or_else(|| {
        segment
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'))
    })
}

fn placeholder(segment: &str, literal: &LitStr) -> Result<Part, Mistake> {
    let Some((name, rest)) = segment
        .strip_prefix('{')
        .and_then(|rest| rest.split_once('}'))
        .filter(|(_, rest)| rest.is_empty() || rest.starts_with(':'))
        .filter(|(_, rest)| !rest.contains(['{', '}']))
    else {
        return Err(mistake(
            format!("a placeholder must be a whole segment, found `{segment}`"),
            "pass the whole segment as the parameter; only a verb may follow: `{id}:merge`",
        ));
    };
    let verb = rest.strip_prefix(':');
    if verb == Some("") {
        return Err(mistake(
            format!("the verb after `{segment}` has no name"),
            format!("write `{segment}merge`, or remove the `:`"),
        ));
    }
    if name.is_empty() {
        return Err(mistake(
            "the placeholder `{}` has no name",
            "name a parameter of the method: `{id}`",
        ));
    }
    let mut letters = name.chars();
    let starts = letters
        .next()
        .is_some_and(|first| first == '_' || first.is_alphabetic());
    // No parameter can have one of these names, also as `r#..`.
    let is_keyword = matches!(name, "_" | "crate" | "self" | "super" | "Self");
    if is_keyword || !starts || !letters.all(|letter| letter == '_' || letter.is_alphanumeric()) {
        return Err(mistake(
            format!("`{name}` is not the name of a parameter"),
            "a placeholder contains only the name of a parameter: `{id}`",
        ));
    }
    Ok(Part::Placeholder(Placeholder {
        name: name.to_owned(),
        verb: verb.map(str::to_owned),
        token: literal.to_token_stream(),
        is_inherited: false,
    }))
}
