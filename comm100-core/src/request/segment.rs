//! One path segment, and what could climb out of it.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode, utf8_percent_encode};

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
    if climbs(text) {
        return Err(
            "it is or holds a dot segment (`.` or `..`), which climbs the path; give another value",
        );
    }
    Ok(())
}

/// How often a server may decode a path; the URL standard has it once.
const DECODED: usize = 8;

/// Whether there is a dot segment: here, or for whom percent forms (`%2e`,
/// `%252e`, `..%2f`) are decoded, once or several times.
fn climbs(text: &str) -> bool {
    let mut bytes = Cow::Borrowed(text.as_bytes());
    for _ in 0..=DECODED {
        let mut segments = bytes.split(|byte| matches!(byte, b'/' | b'\\'));
        if segments.any(|segment| matches!(segment, b"." | b"..")) {
            return true;
        }
        // Decoding what is not encoded gives it back as it was.
        let Cow::Owned(decoded) = Cow::from(percent_decode(&bytes)) else {
            return false;
        };
        bytes = Cow::Owned(decoded);
    }
    false
}
