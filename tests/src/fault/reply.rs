//! The actions of a server after it has read a request.

use std::io::Write as _;
use std::time::Duration;

use bytes::Bytes;

use super::Gate;

/// One action of a server on a connection.
#[derive(Clone, Debug)]
pub enum Step {
    /// Writes bytes.
    Write(Bytes),
    /// Writes the same bytes repeatedly, until the client disconnects.
    Repeat(Bytes, u64),
    /// Writes the same bytes after each interval, until the client disconnects.
    Every(Bytes, Duration),
    /// Writes one byte after each interval.
    Drip(Bytes, Duration),
    /// Waits at a gate, or until the client disconnects.
    Wait(Gate),
    /// Does nothing until the client disconnects.
    Hold,
    /// Ends the connection in order.
    Close,
    /// Ends it with a TCP reset.
    Reset,
}

/// The steps that respond to one request. Afterwards the connection is read on,
/// unless a step ended it.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// In this order.
    pub steps: Vec<Step>,
}

impl Reply {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes as they are.
    #[must_use]
    pub fn raw(bytes: impl AsRef<[u8]>) -> Self {
        Self::new().write(bytes)
    }

    /// A whole response with its length.
    #[must_use]
    pub fn status(status: u16, body: impl AsRef<[u8]>) -> Self {
        Self::with_headers(status, &[], body)
    }

    /// The same with headers.
    #[must_use]
    pub fn with_headers(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let length = body.len().to_string();
        let mut all = vec![("content-length", length.as_str())];
        all.extend_from_slice(headers);
        Self::head(status, &all).write(body)
    }

    /// A response's head alone, with these headers and no others.
    #[must_use]
    pub fn head(status: u16, headers: &[(&str, &str)]) -> Self {
        let mut text = format!("HTTP/1.1 {status} Said\r\n");
        for (name, value) in headers {
            text.push_str(name);
            text.push_str(": ");
            text.push_str(value);
            text.push_str("\r\n");
        }
        text.push_str("\r\n");
        Self::raw(text)
    }

    /// 200 with a JSON body that the tests' endpoints declare.
    #[must_use]
    pub fn ok() -> Self {
        Self::status(200, r#"{"value":"done"}"#)
    }

    /// A chunk of a chunked body.
    #[must_use]
    pub fn chunk(self, bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        let mut chunk = Vec::with_capacity(bytes.len() + 16);
        // Writing to a vector does not fail.
        let _ = write!(chunk, "{:x}\r\n", bytes.len());
        chunk.extend_from_slice(bytes);
        chunk.extend_from_slice(b"\r\n");
        self.write(chunk)
    }

    /// More bytes.
    #[must_use]
    pub fn write(self, bytes: impl AsRef<[u8]>) -> Self {
        self.step(Step::Write(Bytes::copy_from_slice(bytes.as_ref())))
    }

    /// Any step.
    #[must_use]
    pub fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Waits at a gate.
    #[must_use]
    pub fn gate(self, gate: &Gate) -> Self {
        self.step(Step::Wait(gate.clone()))
    }

    /// Ends the connection in order.
    #[must_use]
    pub fn close(self) -> Self {
        self.step(Step::Close)
    }

    /// Ends it with a TCP reset.
    #[must_use]
    pub fn reset(self) -> Self {
        self.step(Step::Reset)
    }

    /// Does no more until the client disconnects.
    #[must_use]
    pub fn hold(self) -> Self {
        self.step(Step::Hold)
    }
}
