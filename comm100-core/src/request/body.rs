//! The body of a request as a transport gets it.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::multipart::{CHUNK, MultipartBody};

/// The body of a request: bytes, or a stream of parts of which some are files. It is read once; the
/// client makes a new one for each attempt.
///
/// Its length is always known. A transport that needs all bytes at once takes
/// [`as_bytes`](Self::as_bytes), and reads the stream where that is `None`:
///
/// ```
/// use comm100::RequestBody;
///
/// let body = RequestBody::from("{}");
/// assert_eq!(body.as_bytes().map(|bytes| &bytes[..]), Some(&b"{}"[..]));
/// ```
pub struct RequestBody(Kind);

enum Kind {
    Full(Bytes),
    Multipart(Box<MultipartBody>),
}

impl RequestBody {
    /// Returns the body that was opened for an attempt; empty if there is none.
    pub(crate) fn multipart(body: Option<Box<MultipartBody>>) -> Self {
        body.map_or_else(Self::default, |body| Self(Kind::Multipart(body)))
    }

    /// Returns the whole body if it is in memory, or what is left of it if it was read.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Kind::Full(bytes) => Some(bytes),
            Kind::Multipart(_) => None,
        }
    }

    /// Returns the length of the rest, in bytes.
    pub(crate) fn length(&self) -> u64 {
        match &self.0 {
            Kind::Full(bytes) => bytes.len() as u64,
            Kind::Multipart(body) => body.length(),
        }
    }

    /// Reads the whole body into memory.
    ///
    /// # Errors
    ///
    /// The error of a file that cannot be read.
    pub async fn into_bytes(self) -> io::Result<Bytes> {
        match self.0 {
            Kind::Full(bytes) => Ok(bytes),
            Kind::Multipart(body) => body.into_bytes().await,
        }
    }
}

impl http_body::Body for RequestBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        match &mut self.0 {
            Kind::Full(bytes) if bytes.is_empty() => Poll::Ready(None),
            Kind::Full(bytes) => {
                let length = bytes.len().min(CHUNK);
                Poll::Ready(Some(Ok(Frame::data(bytes.split_to(length)))))
            }
            Kind::Multipart(body) => body
                .poll_part(context)
                .map(|part| part.map(|part| part.map(Frame::data))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.length() == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length())
    }
}

impl fmt::Debug for RequestBody {
    /// Shows the length alone: the text may contain secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RequestBody({} bytes)", self.length())
    }
}

impl Default for RequestBody {
    fn default() -> Self {
        Self::from(Bytes::new())
    }
}

impl From<Bytes> for RequestBody {
    fn from(bytes: Bytes) -> Self {
        Self(Kind::Full(bytes))
    }
}

impl From<Vec<u8>> for RequestBody {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for RequestBody {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for RequestBody {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}
