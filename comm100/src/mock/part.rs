//! The parts of a `multipart/form-data` body.

use std::fmt;

use bytes::Bytes;
use comm100_core::__private::MULTIPART;

use super::redact;

/// One part of the body of a request that a [`Mock`](super::Mock) received.
#[derive(Clone)]
pub struct MockPart {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Bytes,
}

impl MockPart {
    /// Reads the parts of a body; none if it is not `multipart/form-data`.
    pub(super) fn all(content_type: &str, body: &Bytes) -> Vec<Self> {
        let parameters = content_type.strip_prefix(MULTIPART);
        let Some(boundary) = parameters.and_then(|rest| rest.strip_prefix("; boundary=")) else {
            return Vec::new();
        };
        let separator = format!("\r\n--{boundary}");
        let mut parts = Vec::new();
        let Some(mut at) = find(body, separator.trim_start(), 0) else {
            return parts;
        };
        at += separator.trim_start().len();
        while body[at..].starts_with(b"\r\n") {
            let start = at + 2;
            let (Some(head), Some(end)) =
                (find(body, "\r\n\r\n", start), find(body, &separator, start))
            else {
                break;
            };
            if head < end {
                let text = String::from_utf8_lossy(&body[start..head]);
                parts.extend(Self::parse(&text, body.slice(head + 4..end)));
            }
            at = end + separator.len();
        }
        parts
    }

    fn parse(head: &str, content: Bytes) -> Option<Self> {
        let header = |name: &str| {
            head.lines().find_map(|line| {
                let (header, value) = line.split_once(": ")?;
                header.eq_ignore_ascii_case(name).then_some(value)
            })
        };
        let disposition = header("content-disposition")?;
        let value = |key: &str| {
            let (_, rest) = disposition.split_once(&format!("; {key}=\""))?;
            let (value, _) = rest.split_once('"')?;
            let value = value.replace("%22", "\"");
            Some(value.replace("%0D", "\r").replace("%0A", "\n"))
        };
        Some(Self {
            name: value("name")?,
            file_name: value("filename"),
            content_type: header("content-type").map(str::to_owned),
            content,
        })
    }

    /// Returns the part's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the file name, if the part has one.
    #[must_use]
    pub fn file_name(&self) -> Option<&str> {
        self.file_name.as_deref()
    }

    /// Returns the content type, if the part has one.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// Returns the content.
    #[must_use]
    pub fn content(&self) -> &Bytes {
        &self.content
    }

    /// Returns the content for a report.
    pub(super) fn shown(&self) -> String {
        redact::bytes(&self.name, &self.content)
    }
}

impl fmt::Debug for MockPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("MockPart")
            .field("name", &self.name)
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("content", &format_args!("{}", self.shown()))
            .finish()
    }
}

fn find(body: &[u8], text: &str, from: usize) -> Option<usize> {
    let at = body.get(from..)?;
    let position = at
        .windows(text.len())
        .position(|window| window == text.as_bytes())?;
    Some(from + position)
}
