//! The body of a response: streamed, and read up to a cap.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body::Body as _;
use http_body::Frame;

use crate::transport::TransportError;

/// The body of a response, as a transport gives it.
///
/// Made of what is there already (`Bytes`, `String`, `Vec<u8>`, `&'static str`, `()`)
/// or of a stream:
///
/// ```
/// use comm100::Body;
///
/// let body = Body::from(r#"{ "id": 1 }"#);
/// # drop(body);
/// ```
pub struct Body(Kind);

enum Kind {
    Full(Option<Bytes>),
    #[cfg(feature = "reqwest")]
    Reqwest(reqwest::Body),
    Stream(Pin<Box<dyn http_body::Body<Data = Bytes, Error = TransportError> + Send>>),
}

impl Body {
    /// A body that arrives in parts.
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    {
        Self(Kind::Stream(Box::pin(Streamed(Box::pin(stream)))))
    }

    #[cfg(feature = "tower")]
    pub(crate) fn from_http_body(
        body: impl http_body::Body<Data = Bytes, Error = TransportError> + Send + 'static,
    ) -> Self {
        Self(Kind::Stream(Box::pin(body)))
    }

    #[cfg(feature = "reqwest")]
    pub(crate) fn from_reqwest(body: reqwest::Body) -> Self {
        Self(Kind::Reqwest(body))
    }

    /// How many bytes are announced, if they are.
    pub(crate) fn announced(&self) -> Option<u64> {
        match &self.0 {
            Kind::Full(bytes) => bytes.as_ref().map(|bytes| bytes.len() as u64),
            #[cfg(feature = "reqwest")]
            Kind::Reqwest(body) => body.size_hint().exact(),
            Kind::Stream(body) => body.size_hint().exact(),
        }
    }

    /// The next part.
    async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        loop {
            let frame = std::future::poll_fn(|context| self.poll_part(context)).await?;
            match frame.map(Frame::into_data) {
                Ok(Ok(data)) => return Some(Ok(data)),
                // Trailers are of no use to this API.
                Ok(Err(_)) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }

    pub(crate) fn poll_part(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match &mut self.0 {
            Kind::Full(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            #[cfg(feature = "reqwest")]
            Kind::Reqwest(body) => Pin::new(body)
                .poll_frame(context)
                .map_err(crate::transport_reqwest::body_error),
            Kind::Stream(body) => body.as_mut().poll_frame(context),
        }
    }

    /// Reads all of it, if it is no longer than `cap` bytes.
    pub(crate) async fn read(mut self, cap: usize) -> Result<Bytes, ReadError> {
        if self.announced().is_some_and(|length| length > cap as u64) {
            return Err(ReadError::TooLarge);
        }
        let Some(first) = self.chunk().await.transpose()? else {
            return Ok(Bytes::new());
        };
        if first.len() > cap {
            return Err(ReadError::TooLarge);
        }
        // Most bodies are one part, which then needs no copy.
        let Some(second) = self.chunk().await.transpose()? else {
            return Ok(first);
        };
        let mut all = BytesMut::with_capacity(first.len() + second.len());
        all.extend_from_slice(&first);
        let mut next = Some(second);
        while let Some(part) = next {
            if part.len() > cap - all.len() {
                return Err(ReadError::TooLarge);
            }
            all.extend_from_slice(&part);
            next = self.chunk().await.transpose()?;
        }
        Ok(all.freeze())
    }

    /// Reads the first `cap` bytes into `start` and leaves the rest. A body that
    /// breaks off gives what came: an error's status counts more than its body.
    pub(crate) async fn read_start(&mut self, cap: usize, start: &mut BytesMut) {
        while start.len() < cap {
            let Some(Ok(part)) = self.chunk().await else {
                break;
            };
            let room = cap - start.len();
            start.extend_from_slice(&part[..part.len().min(room)]);
        }
    }
}

/// Why a body could not be read.
#[derive(Debug)]
pub(crate) enum ReadError {
    TooLarge,
    Transport(TransportError),
}

impl From<TransportError> for ReadError {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl fmt::Debug for Body {
    /// Never the text, which may hold an agent's key.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Body")
            .field("announced", &self.announced())
            .finish_non_exhaustive()
    }
}

impl Default for Body {
    fn default() -> Self {
        Self(Kind::Full(None))
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Kind::Full(Some(bytes)))
    }
}

impl From<()> for Body {
    fn from((): ()) -> Self {
        Self::default()
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

struct Streamed(Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>);

impl http_body::Body for Streamed {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.0
            .as_mut()
            .poll_next(context)
            .map(|part| part.map(|part| part.map(Frame::data)))
    }
}
