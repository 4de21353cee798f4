//! One path segment, and what could climb out of it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::scalar::{Sink, Unsendable};

/// What may not stand in a segment as itself (RFC 3986, `pchar`), and `+` and
/// `;`, which some servers read as a space and as the start of parameters.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'+')
    .add(b'/')
    .add(b';')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

pub(super) struct SegmentSink<'a> {
    target: &'a mut String,
    written: bool,
}

impl<'a> SegmentSink<'a> {
    pub(super) fn new(target: &'a mut String) -> Self {
        Self {
            target,
            written: false,
        }
    }

    pub(super) fn is_written(&self) -> bool {
        self.written
    }
}

impl Sink for SegmentSink<'_> {
    fn sequences(&self) -> bool {
        false
    }

    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        self.written = true;
        check(text).map_err(|why| Unsendable::new(why.to_owned()))?;
        self.target.extend(utf8_percent_encode(text, SEGMENT));
        Ok(())
    }
}

/// Refuses what is no name of a thing but a way through the path.
fn check(text: &str) -> Result<(), &'static str> {
    if text.is_empty() {
        return Err("it is empty, and a path segment is not; give a value");
    }
    if text.chars().any(char::is_control) {
        return Err("it holds a control character; give a value without it");
    }
    // Servers that decode before they split see `a/../b` in `a%2F..%2Fb`.
    if text.split(['/', '\\']).any(is_dot_segment) {
        return Err(
            "it is or holds a dot segment (`.` or `..`), which climbs the path; give another value",
        );
    }
    Ok(())
}

/// `.` and `..`, also with `%2e` for a dot, as the URL standard reads them.
fn is_dot_segment(text: &str) -> bool {
    let mut dots = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let Some(after) = strip_dot(rest) else {
            return false;
        };
        dots += 1;
        rest = after;
    }
    matches!(dots, 1 | 2)
}

fn strip_dot(text: &str) -> Option<&str> {
    let text = match text.strip_prefix('.') {
        Some(rest) => return Some(rest),
        None => text.strip_prefix('%')?,
    };
    // `%2e`, and `%252e` for whom it is decoded twice.
    let mut text = text;
    while let Some(rest) = text.strip_prefix("25") {
        text = rest;
    }
    text.strip_prefix("2e").or_else(|| text.strip_prefix("2E"))
}
