//! The text of an error: one line, capped, without secrets.

use std::fmt;

use super::one_line::OneLine;
use super::{Context, Error, ErrorKind, Sent};

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        if let Some(endpoint) = &inner.endpoint {
            write!(formatter, "{endpoint}: ")?;
        }
        if let Some(page) = inner.page {
            write!(formatter, "page {page}: ")?;
        }
        if let (Some(api), ErrorKind::Api | ErrorKind::Authorization) = (&inner.api, inner.kind) {
            formatter.write_str(match inner.kind {
                ErrorKind::Api => "the service answered ",
                _ => "cannot get a token: the token endpoint answered ",
            })?;
            write!(formatter, "{}", api.status())?;
            if let Some(code) = api.code() {
                write!(formatter, ", code {code}")?;
            }
            if let Some(name) = api.name() {
                write!(formatter, ", {}", OneLine(name))?;
            }
            if let Some(message) = api.message() {
                write!(formatter, ": {}", OneLine(message))?;
            }
            return Ok(());
        }
        write!(formatter, "{}", OneLine(&inner.text))?;
        outcome(inner, formatter)
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
