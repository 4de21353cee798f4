//! One path segment, and the values that would leave it.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode, utf8_percent_encode};

use super::scalar::{Sink, Unsendable};

/// The characters that a segment cannot have as they are (RFC 3986, `pchar`), and `+`, `;` and `:`,
/// which some servers read as a space, as the start of parameters, and as that of an action.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'+')
    .add(b'/')
    .add(b':')
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
        // Most values are ids and numbers, which need neither a check nor an encoding.
        if is_plain(text) {
            self.target.push_str(text);
            return Ok(());
        }
        check(text).map_err(|why| Unsendable::new(why.to_owned()))?;
        self.target.extend(utf8_percent_encode(text, SEGMENT));
        Ok(())
    }
}

/// Returns true if a text consists of letters, digits, `-` and `_`, and is not empty.
fn is_plain(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !text.is_empty() && text.bytes().all(is_plain)
}

/// Rejects values that would change the path's structure.
fn check(text: &str) -> Result<(), &'static str> {
    if text.is_empty() {
        return Err("a path segment cannot be empty; pass a value");
    }
    if text.chars().any(char::is_control) {
        return Err(CONTROL);
    }
    let mut bytes = Cow::Borrowed(text.as_bytes());
    for _ in 0..=DECODED {
        if bytes.iter().any(u8::is_ascii_control) {
            return Err(CONTROL);
        }
        // Servers that decode before they split see `a/../b` in `a%2F..%2Fb`.
        let mut segments = bytes.split(|byte| matches!(byte, b'/' | b'\\'));
        if segments.any(is_dot_segment) {
            return Err("it contains `.` or `..` as a path segment; pass another value");
        }
        // Decoding returns a text without percent forms as it is.
        let Cow::Owned(decoded) = Cow::from(percent_decode(&bytes)) else {
            return Ok(());
        };
        bytes = Cow::Owned(decoded);
    }
    Ok(())
}

const CONTROL: &str = "it contains a control character; pass a value without it";

/// The number of times that a server may decode a path; the URL standard has it once.
const DECODED: usize = 8;

/// Some servers cut off what follows a `;`.
fn is_dot_segment(segment: &[u8]) -> bool {
    let name = segment.split(|byte| *byte == b';').next();
    matches!(name, Some(b"." | b".."))
}
