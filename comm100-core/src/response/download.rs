//! A response whose body is read as it arrives.

use std::fmt;
use std::future::poll_fn;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use tokio::runtime::Handle;
use tokio::time::{Instant, Sleep, sleep_until};

use super::body::Body;
use super::temporary_file::TemporaryFile;
use crate::error::{Error, ErrorKind, Result};
use crate::info::EndpointInfo;
#[cfg(feature = "openapi")]
use crate::info::description::{Formatted, NoSchemaTag, SchemaTag};

/// A successful response whose body is a stream of [`Bytes`], for files that should not be kept in
/// memory: what an endpoint returns that is declared with `Result<Download>`.
///
/// The call is retried until the head of the response has arrived, and never after it. From then on
/// the download is no longer in flight: it takes no permit of `max_in_flight`, and the statistics and
/// the span of the call are complete. Each wait for more of the body is limited by the client's
/// `attempt_timeout`; only the call's own `.timeout(..)` limits the whole. The request accepts no
/// content coding, and the body is never decoded.
///
/// ```
/// use comm100::{api, Client, Download, Result};
///
/// #[api(path = "livechat/attachments")]
/// trait Attachments {
///     #[get("{id}")]
///     async fn download(&self, id: u64) -> Result<Download>;
/// }
///
/// # async fn demo(client: &Client) -> Result<()> {
/// client.download(42).await?.save("attachment.pdf").await?;
/// # Ok(()) }
/// ```
///
/// It is a [`Stream`] of `Result<Bytes>`; the stream ends after an error. Like the call, it needs a Tokio
/// runtime: elsewhere a wait for more of the body is a [`Config`](ErrorKind::Config) error.
#[must_use = "the body is not read until the download is polled"]
pub struct Download {
    status: StatusCode,
    headers: HeaderMap,
    body: Body,
    limits: DownloadLimits,
    endpoint: &'static EndpointInfo,
    attempts: u32,
    /// Runs while more of the body is awaited.
    timer: Option<Pin<Box<Sleep>>>,
    waiting: bool,
    ended: bool,
}

/// The limits of a download.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DownloadLimits {
    /// Between two parts.
    pub(crate) idle: Duration,
    /// Of the whole.
    pub(crate) deadline: Option<Instant>,
    /// Of `bytes()`.
    pub(crate) cap: usize,
}

impl Download {
    pub(crate) fn new(
        status: StatusCode,
        headers: HeaderMap,
        body: Body,
        limits: DownloadLimits,
        endpoint: &'static EndpointInfo,
        attempts: u32,
    ) -> Self {
        Self {
            status,
            headers,
            body,
            limits,
            endpoint,
            attempts,
            timer: None,
            waiting: false,
            ended: false,
        }
    }

    pub(super) fn set_deadline(&mut self, deadline: Instant) {
        self.limits.deadline = Some(deadline);
    }

    /// Returns the status, a 2xx.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Reads the whole body into memory.
    ///
    /// # Errors
    ///
    /// [`TooLarge`](ErrorKind::TooLarge) if it is longer than the client's `max_response_bytes`, or
    /// the error of the connection.
    pub async fn bytes(mut self) -> Result<Bytes> {
        let cap = self.limits.cap;
        if self
            .body
            .announced()
            .is_some_and(|length| length > cap as u64)
        {
            return Err(self.too_large());
        }
        let mut whole = BytesMut::new();
        while let Some(part) = self.part().await {
            let part = part?;
            if part.len() > cap - whole.len() {
                return Err(self.too_large());
            }
            whole.extend_from_slice(&part);
        }
        Ok(whole.freeze())
    }

    /// Saves the body as a file, and returns its length. It is written to a temporary file beside
    /// `path`, which takes the place of `path` once it is complete: a download that fails, or whose
    /// future is dropped, leaves what was there before. Links are followed, and the permissions of a
    /// file that is replaced are kept; a device, a pipe or a directory is not replaced.
    ///
    /// # Errors
    ///
    /// The error of the connection, or [`Config`](ErrorKind::Config) if the file cannot be written: the
    /// request and the response are not at fault, but the place where the program runs. Its source is
    /// the [`std::io::Error`] of the system, and its `sent()` is [`Yes`](crate::Sent::Yes).
    ///
    /// ```
    /// # use std::error::Error as _;
    /// # use comm100::{Client, Result};
    /// # async fn demo(client: &Client, url: &str) -> Result<()> {
    /// if let Err(error) = client.fetch_url(url).await?.save("/srv/avatars/7.png").await {
    ///     let disk = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    ///     match disk.map(std::io::Error::kind) {
    ///         Some(std::io::ErrorKind::StorageFull) => eprintln!("free some space"),
    ///         Some(other) => eprintln!("cannot write the file: {other}"),
    ///         None => return Err(error),
    ///     }
    /// }
    /// # Ok(()) }
    /// ```
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64> {
        if Handle::try_current().is_err() {
            return Err(self.outside_of_a_runtime());
        }
        let created = TemporaryFile::create(path.as_ref());
        let mut file = created.map_err(|error| self.unwritable(error))?;
        let mut length = 0;
        while let Some(part) = self.part().await {
            let part = part?;
            let written = file.write(&part).await;
            written.map_err(|error| self.unwritable(error))?;
            length += part.len() as u64;
        }
        let renamed = file.rename().await;
        renamed.map_err(|error| self.unwritable(error))?;
        Ok(length)
    }

    pub(crate) async fn part(&mut self) -> Option<Result<Bytes>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn too_large(&self) -> Error {
        let text = format!(
            "the response is larger than {} bytes; raise `max_response_bytes`, or save it to a file",
            self.limits.cap
        );
        self.error(Error::new(ErrorKind::TooLarge, text))
    }

    fn unwritable(&self, error: std::io::Error) -> Error {
        let text = format!("cannot write the file: {}", error.kind());
        self.error(Error::config(text).caused_by(error))
    }

    fn error(&self, error: Error) -> Error {
        error
            .answered_with(self.status)
            .with_headers(&self.headers)
            .at(self.endpoint)
            .after_attempts(self.attempts)
    }

    /// Returns the error of a wait that is over: for more of the body, or for the whole.
    fn poll_late(&mut self, context: &mut Context<'_>) -> Poll<Error> {
        if !self.waiting {
            let now = Instant::now();
            let idle = now + self.limits.idle;
            let until = self.limits.deadline.map_or(idle, |end| end.min(idle));
            match &mut self.timer {
                Some(timer) => timer.as_mut().reset(until),
                None if Handle::try_current().is_err() => {
                    return Poll::Ready(self.outside_of_a_runtime());
                }
                None => self.timer = Some(Box::pin(sleep_until(until))),
            }
            self.waiting = true;
        }
        match &mut self.timer {
            Some(timer) => timer.as_mut().poll(context).map(|()| self.timed_out()),
            None => Poll::Pending,
        }
    }

    fn outside_of_a_runtime(&self) -> Error {
        let text = "a download needs a Tokio runtime; read it inside one, or use `.into_blocking()` (feature `blocking`)";
        self.error(Error::config(text.into()))
    }

    fn timed_out(&self) -> Error {
        self.error(Error::unfinished(self.status))
    }
}

impl Stream for Download {
    type Item = Result<Bytes>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let over = |deadline: Instant| Instant::now() >= deadline;
        if self.limits.deadline.is_some_and(over) {
            self.ended = true;
            return Poll::Ready(Some(Err(self.timed_out())));
        }
        match self.body.poll_part(context) {
            Poll::Ready(Some(Ok(part))) => {
                self.waiting = false;
                Poll::Ready(Some(Ok(part)))
            }
            Poll::Ready(Some(Err(error))) => {
                self.ended = true;
                let error = Error::interrupted(error, self.status);
                Poll::Ready(Some(Err(self.error(error))))
            }
            Poll::Ready(None) => {
                self.ended = true;
                Poll::Ready(None)
            }
            Poll::Pending => self.poll_late(context).map(|error| {
                self.ended = true;
                Some(Err(error))
            }),
        }
    }
}

impl fmt::Debug for Download {
    /// Shows no header and nothing of the body.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Download")
            .field("status", &self.status)
            .field("announced", &self.body.announced())
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "openapi")]
impl NoSchemaTag for SchemaTag<Download> {
    type Source = Formatted;

    fn source(self) -> Formatted {
        Formatted::BINARY
    }
}
