//! A request as it arrived.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt as _};

/// No request of these tests is larger.
const HEAD_CAP: usize = 256 * 1024;

/// A request as it arrived: its bytes, and where.
#[derive(Clone, Debug)]
pub struct Received {
    /// The connection, counted from 0.
    pub connection: usize,
    /// The request line and the headers, without the empty line.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// The request line, such as `GET /api/v1/livechat/faults/1 HTTP/1.1`.
    #[must_use]
    pub fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &str {
        self.line().split(' ').next().unwrap_or_default()
    }

    /// The path and the query.
    #[must_use]
    pub fn target(&self) -> &str {
        self.line().split(' ').nth(1).unwrap_or_default()
    }

    /// A header's value, the name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// Reads requests off a connection, keeping what came too early.
#[derive(Debug)]
pub(crate) struct Reader {
    connection: usize,
    buffer: Vec<u8>,
}

impl Reader {
    pub(crate) fn new(connection: usize) -> Self {
        Self {
            connection,
            buffer: Vec::new(),
        }
    }

    /// The next request; `None` at the end of the connection.
    pub(crate) async fn next(
        &mut self,
        stream: &mut (impl AsyncRead + Unpin),
    ) -> io::Result<Option<Received>> {
        let end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end;
            }
            if self.buffer.len() > HEAD_CAP || stream.read_buf(&mut self.buffer).await? == 0 {
                return Ok(None);
            }
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        let mut received = Received {
            connection: self.connection,
            head,
            body: Vec::new(),
        };
        let length: usize = received
            .header("content-length")
            .and_then(|length| length.parse().ok())
            .unwrap_or(0);
        let whole = end + 4 + length;
        while self.buffer.len() < whole {
            if stream.read_buf(&mut self.buffer).await? == 0 {
                return Ok(None);
            }
        }
        received.body = self.buffer[end + 4..whole].to_vec();
        self.buffer.drain(..whole);
        Ok(Some(received))
    }
}

fn find(bytes: &[u8], pattern: &[u8]) -> Option<usize> {
    bytes
        .windows(pattern.len())
        .position(|window| window == pattern)
}
