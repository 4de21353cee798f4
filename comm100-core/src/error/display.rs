//! How an error reads: one line, capped, without secrets.

use std::fmt;

use super::{Error, ErrorKind};

/// More of a message than this is of no use in a log line.
const MESSAGE_CAP: usize = 300;

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        if let Some(endpoint) = &inner.endpoint {
            write!(formatter, "{endpoint}: ")?;
        }
        if let Some(page) = inner.page {
            write!(formatter, "page {page}: ")?;
        }
        match (&inner.api, inner.kind) {
            (Some(api), ErrorKind::Api) => {
                write!(formatter, "the service answered {}", api.status())?;
                if let Some(code) = api.code() {
                    write!(formatter, ", code {code}")?;
                }
                if let Some(message) = api.message() {
                    formatter.write_str(": ")?;
                    one_line(message, formatter)?;
                }
                Ok(())
            }
            _ => one_line(&inner.text, formatter),
        }
    }
}

/// Writes text without line breaks and other control characters, capped.
fn one_line(text: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write as _;
    for (index, character) in text.chars().enumerate() {
        if index == MESSAGE_CAP {
            return formatter.write_str("...");
        }
        formatter.write_char(if breaks_line(character) {
            ' '
        } else {
            character
        })?;
    }
    Ok(())
}

/// Control characters, line separators, and the marks that turn the direction
/// of text around: what a log's reader would be misled by.
fn breaks_line(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Like `Display` with the fields that decide; of the body only its length,
/// since an agent's body holds a key.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        let mut debug = formatter.debug_struct("Error");
        debug
            .field("kind", &inner.kind)
            .field("message", &self.to_string())
            .field("sent", &inner.sent)
            .field("attempts", &inner.attempts);
        if let Some(status) = inner.status {
            debug.field("status", &status.as_u16());
        }
        if let Some(retry_after) = inner.retry_after {
            debug.field("retry_after", &retry_after);
        }
        if let Some(resets_at) = inner.resets_at {
            debug.field("resets_at", &resets_at);
        }
        if let Some(body) = &inner.body {
            debug.field("body", &format_args!("{} bytes", body.len()));
        }
        if let Some(source) = &inner.source {
            debug.field("source", &format_args!("{source}"));
        }
        debug.finish()
    }
}
