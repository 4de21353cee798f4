//! Mistakes that leave a template without meaningful segments.

use super::{Mistake, mistake};

const OMIT: &str = "omit it: then the trait's path alone is used";

/// Returns the mistake of a template; each has at most one of this kind.
pub(super) fn mistake_of(text: &str) -> Option<Mistake> {
    if text.is_empty() {
        return Some(mistake("the path is empty", OMIT));
    }
    if text.contains("://") || text.starts_with("//") {
        return Some(mistake(
            "a path must be relative to the client's base URL, found a whole URL",
            "keep the part after `/api/v1/`, without the slash; the host is the client's `Platform`",
        ));
    }
    slashes(text)
        .or_else(|| characters(text))
        .or_else(|| unbalanced(text))
}

fn slashes(text: &str) -> Option<Mistake> {
    if let Some(rest) = text.strip_prefix('/') {
        let rest = rest.trim_matches('/');
        let remedy = if rest.is_empty() {
            OMIT.to_owned()
        } else {
            format!("write \"{rest}\"")
        };
        return Some(mistake(
            "a path cannot start with `/`: it is appended to the base URL",
            remedy,
        ));
    }
    let rest = text.strip_suffix('/')?;
    Some(mistake(
        "a path cannot end with `/`: that would add an empty segment",
        format!("write \"{}\"", rest.trim_end_matches('/')),
    ))
}

fn characters(text: &str) -> Option<Mistake> {
    if text.contains('?') {
        return Some(mistake(
            "a path cannot contain a query: `?` is not allowed",
            "declare a parameter with `#[query]` for each key",
        ));
    }
    if text.contains('#') {
        return Some(mistake(
            "a path cannot contain a fragment: `#` is not allowed",
            "remove it; fragments are never sent",
        ));
    }
    if let Some(name) = spaced_placeholder(text) {
        return Some(mistake(
            format!("a placeholder cannot contain spaces: `{{ {name} }}`"),
            format!("write `{{{name}}}`"),
        ));
    }
    let found = text.chars().find(|letter| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '\\' | '%')
    })?;
    let remedy = match found {
        '%' => "write the character itself; paths are percent-encoded for you",
        '\\' => "separate segments with `/`",
        _ => "remove it; write other characters as they are, paths are percent-encoded for you",
    };
    Some(mistake(
        format!("`{}` is not allowed in a path", found.escape_default()),
        remedy,
    ))
}

/// Returns the name in `{ id }`.
fn spaced_placeholder(text: &str) -> Option<&str> {
    text.split('/').find_map(|segment| {
        let inner = segment.strip_prefix('{')?.strip_suffix('}')?;
        let name = inner.trim();
        (name != inner && !name.is_empty() && !name.contains(char::is_whitespace)).then_some(name)
    })
}

fn unbalanced(text: &str) -> Option<Mistake> {
    let mistake = |found: &str| {
        Some(mistake(
            format!("unbalanced braces in \"{text}\": {found}"),
            "a placeholder is `{name}`, a whole segment",
        ))
    };
    let mut open = false;
    for letter in text.chars() {
        match (letter, open) {
            ('{', false) => open = true,
            ('}', true) => open = false,
            ('/' | '{', true) => return mistake("a `{` is not closed"),
            ('}', false) => return mistake("a `}` is not opened"),
            _ => {}
        }
    }
    if open {
        return mistake("a `{` is not closed");
    }
    None
}
