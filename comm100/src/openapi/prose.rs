//! Doc comments as the prose of a document: rustdoc's links lead nowhere in it.

use serde_json::Value;

/// Returns the text without the space that each line of a doc comment begins with, and without links to
/// items; links to pages stay.
pub(super) fn plain(words: &str) -> String {
    let lines: Vec<&str> = words
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
        .collect();
    without_item_links(lines.join("\n").trim())
}

/// Returns the first paragraph on one line without its full stop, and the rest.
pub(super) fn summary(words: &str) -> (String, String) {
    let text = plain(words);
    let (first, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
    let line = first.replace('\n', " ");
    let line = line.strip_suffix('.').unwrap_or(&line);
    (line.to_owned(), rest.trim().to_owned())
}

fn without_item_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(position) = rest.find(['`', '[']) {
        let (before, from) = rest.split_at(position);
        plain.push_str(before);
        let (kept, after) = if from.starts_with('`') {
            code(from)
        } else {
            link(from)
        };
        plain.push_str(kept);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// Splits a text after its code span.
fn code(text: &str) -> (&str, &str) {
    match text[1..].find('`') {
        Some(end) => text.split_at(end + 2),
        None => (text, ""),
    }
}

/// Splits a text that starts with `[` into the text of the link, if it is one, and the rest.
fn link(text: &str) -> (&str, &str) {
    let whole = (&text[..1], &text[1..]);
    let Some(end) = text.find(']') else {
        return whole;
    };
    let (label, after) = (&text[1..end], &text[end + 1..]);
    if let Some(target) = after.strip_prefix('(') {
        return match target.find(')') {
            Some(end) if target.contains("://") && target[..end].contains("://") => {
                text.split_at(text.len() - target.len() + end + 1)
            }
            Some(end) => (label, &target[end + 1..]),
            None => whole,
        };
    }
    if label.len() > 2 && label.starts_with('`') && label.ends_with('`') {
        (label, after)
    } else {
        whole
    }
}

/// Makes all descriptions in a schema plain.
pub(super) fn make_plain(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(make_plain),
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), &mut *value) {
                    // Data of the user's, not words.
                    ("const" | "default" | "enum" | "example" | "examples", _) => {}
                    ("description" | "title", Value::String(words)) => *words = plain(words),
                    _ => make_plain(value),
                }
            }
        }
        _ => {}
    }
}
