//! The text of an error: one line, capped, without secrets.

use std::fmt;

use super::{Context, Error, ErrorKind, Sent};

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
            _ => {
                one_line(&inner.text, formatter)?;
                outcome(inner, formatter)
            }
        }
    }
}

/// Says what may have happened to the request, so that the text agrees with `sent()`.
fn outcome(context: &Context, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    use ErrorKind::{Connect, Timeout, Transport};
    let is_write = context
        .endpoint
        .is_none_or(|endpoint| !endpoint.method().is_safe());
    match (context.kind, context.sent) {
        (Connect | Timeout | Transport, Sent::No) => formatter.write_str("; nothing was sent"),
        (Connect, Sent::Maybe) if is_write => {
            formatter.write_str("; an earlier attempt may have reached the service")
        }
        (Timeout | Transport, Sent::Maybe) if is_write => {
            formatter.write_str("; it is not known whether the service acted")
        }
        (Connect | Timeout | Transport, Sent::Yes) => match context.status {
            Some(status) => write!(formatter, "; the service answered {status}"),
            None => formatter.write_str("; the service answered an earlier attempt"),
        },
        _ => Ok(()),
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

/// Returns true for control characters, line separators and direction marks, which would mislead
/// the reader of a log.
fn breaks_line(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `Display` and the fields that matter; only the length of the body, since an agent's body
/// contains a key.
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
