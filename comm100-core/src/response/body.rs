//! The body of a response: streamed, and read up to a cap.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body::Body as _;
use http_body::Frame;
use tokio::time::{Instant, timeout_at};

#[cfg(feature = "__hyper")]
use super::unread::Unread;
use crate::error::TransportError;

/// The most memory that is reserved for a body before it arrives, in bytes.
const MOST_RESERVED: u64 = 256 * 1024;
/// The number of parts that are read before the task yields: a stream that is always ready would block timers.
const PARTS_AT_ONCE: u32 = 128;
/// The timeout of [`Body::read_start`].
const START_TIME: Duration = Duration::from_secs(5);

/// The body of a response, as a transport returns it.
///
/// It is created from bytes in memory (`Bytes`, `String`, `Vec<u8>`, `&'static str`, `()`) or from a
/// stream:
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
    Reqwest(reqwest::Response),
    #[cfg(feature = "__hyper")]
    Hyper(hyper::body::Incoming, Unread),
    Stream(Pin<Box<dyn http_body::Body<Data = Bytes, Error = TransportError> + Send>>),
}

impl Body {
    /// Creates a body that arrives in parts.
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
    pub(crate) fn from_reqwest(response: reqwest::Response) -> Self {
        Self(Kind::Reqwest(response))
    }

    #[cfg(feature = "__hyper")]
    pub(crate) fn from_hyper(body: hyper::body::Incoming, unread: Unread) -> Self {
        Self(Kind::Hyper(body, unread))
    }

    /// Returns the announced length, if there is one.
    pub(crate) fn announced(&self) -> Option<u64> {
        match &self.0 {
            Kind::Full(bytes) => bytes.as_ref().map(|bytes| bytes.len() as u64),
            #[cfg(feature = "reqwest")]
            Kind::Reqwest(response) => response.content_length(),
            #[cfg(feature = "__hyper")]
            Kind::Hyper(body, _) => body.size_hint().exact(),
            Kind::Stream(body) => body.size_hint().exact(),
        }
    }

    /// Returns the next part. `before` is the number of parts before it.
    async fn chunk(&mut self, before: &mut u32) -> Option<Result<Bytes, TransportError>> {
        *before = before.wrapping_add(1);
        if before.is_multiple_of(PARTS_AT_ONCE) {
            tokio::task::yield_now().await;
        }
        poll_fn(|context| self.poll_part(context)).await
    }

    pub(crate) fn poll_part(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        match &mut self.0 {
            Kind::Full(bytes) => Poll::Ready(bytes.take().map(Ok)),
            #[cfg(feature = "reqwest")]
            Kind::Reqwest(response) => {
                // Its future keeps no state between two polls.
                let mut chunk = std::pin::pin!(response.chunk());
                Future::poll(chunk.as_mut(), context)
                    .map(|chunk| chunk.transpose().map(|chunk| chunk.map_err(reqwest_error)))
            }
            #[cfg(feature = "__hyper")]
            Kind::Hyper(body, unread) => {
                let data = poll_data(Pin::new(body), context).map_err(hyper_error);
                if data.is_ready() {
                    unread.clear();
                }
                data
            }
            Kind::Stream(body) => poll_data(body.as_mut(), context),
        }
    }

    /// Reads the whole body, if it is at most `cap` bytes long.
    pub(crate) async fn read(&mut self, cap: usize) -> Result<Bytes, ReadError> {
        let announced = self.announced();
        if announced.is_some_and(|length| length > cap as u64) {
            return Err(ReadError::TooLarge);
        }
        // Most bodies are one part, which then needs no copy.
        let (mut first, mut all) = (Bytes::new(), BytesMut::new());
        let mut parts = 0;
        while let Some(part) = self.chunk(&mut parts).await.transpose()? {
            if part.len() > cap - first.len() - all.len() {
                return Err(ReadError::TooLarge);
            }
            if first.is_empty() && all.is_empty() {
                first = part;
                continue;
            }
            if all.is_empty() {
                // The announced length may be wrong, so only a part of it is reserved.
                let room = announced.map_or(0, |length| length.min(MOST_RESERVED));
                let room = usize::try_from(room).unwrap_or(0);
                all.reserve(room.max(first.len() + part.len()));
                all.extend_from_slice(&std::mem::take(&mut first));
            }
            all.extend_from_slice(&part);
        }
        Ok(if all.is_empty() { first } else { all.freeze() })
    }

    /// Reads at most `cap` bytes of a body that does not affect the outcome: that of an error, or one
    /// that is ignored. If the body breaks off or takes longer than 5 seconds, returns what has arrived.
    pub(crate) async fn read_start(&mut self, cap: usize, until: Instant) -> Bytes {
        let mut start = BytesMut::new();
        let read = async {
            let mut parts = 0;
            while start.len() < cap {
                let Some(Ok(part)) = self.chunk(&mut parts).await else {
                    break;
                };
                let room = cap - start.len();
                start.extend_from_slice(&part[..part.len().min(room)]);
            }
        };
        let _ = timeout_at(until.min(Instant::now() + START_TIME), read).await;
        start.freeze()
    }
}

/// Returns the next frame of data. Trailers, which the API does not use, end a body.
fn poll_data<B>(
    mut body: Pin<&mut B>,
    context: &mut Context<'_>,
) -> Poll<Option<Result<Bytes, B::Error>>>
where
    B: http_body::Body<Data = Bytes> + ?Sized,
{
    let frame = ready!(body.as_mut().poll_frame(context));
    Poll::Ready(match frame.map(|frame| frame.map(Frame::into_data)) {
        Some(Ok(Ok(data))) => Some(Ok(data)),
        Some(Err(error)) => Some(Err(error)),
        Some(Ok(Err(_))) | None => None,
    })
}

/// Returns the error of a body that ends early: the request arrived, the response is incomplete.
#[cfg(feature = "reqwest")]
fn reqwest_error(error: reqwest::Error) -> TransportError {
    TransportError::maybe_sent(error.without_url())
}

#[cfg(feature = "__hyper")]
fn hyper_error(error: hyper::Error) -> TransportError {
    TransportError::maybe_sent(error)
}

/// The reason why a body could not be read.
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
    /// Shows no content, which may contain an agent's key.
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
