//! Calls and streams from plain threads.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::OnceLock;

use bytes::Bytes;
use futures_core::Stream;
use tokio::runtime::{Builder, Handle, Runtime};

use crate::call::Call;
use crate::error::{Error, Result};
use crate::pages::{Items, Page, Pages};
use crate::response::Download;

/// Drives the connections of all blocking calls, so that they are kept between calls.
static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// Waits for a call.
pub(crate) fn wait<T>(call: Call<T>) -> Result<T> {
    runtime()?.block_on(call)
}

fn runtime() -> Result<&'static Runtime> {
    // Tokio itself would panic here. That it would not on a thread of `spawn_blocking` cannot be
    // asked, so those are rejected as well.
    match Handle::try_current() {
        Ok(_) => {
            return Err(Error::config(
                "a blocking call inside an async runtime would block it; `.await` the call, and in `spawn_blocking` use `Handle::current().block_on(..)`".into(),
            ));
        }
        Err(error) if error.is_thread_local_destroyed() => {
            return Err(Error::config(
                "a blocking call cannot be made while its thread ends, as in the destructor of a thread-local".into(),
            ));
        }
        Err(_) => {}
    }
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("comm100-blocking")
        .enable_all()
        .build()
        .map_err(|error| {
            Error::config(format!(
                "cannot start the thread for blocking calls: {error}; check the limit of threads"
            ))
        })?;
    // Another thread may have been faster; then this one's is ended here, where that is allowed.
    Ok(RUNTIME.get_or_init(|| runtime))
}

/// A stream of [`Pages`] or [`Items`] as an iterator that waits, for plain threads; made by their
/// `into_blocking()`.
///
/// Inside an async runtime, which it would block, it returns a [`Config`](crate::ErrorKind::Config)
/// error and ends.
#[must_use = "an iterator fetches nothing until an item is requested"]
pub struct Blocking<S> {
    stream: S,
    rejected: bool,
}

impl<T, S> Iterator for Blocking<S>
where
    S: Stream<Item = Result<T>> + Unpin,
{
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        if self.rejected {
            return None;
        }
        match runtime() {
            Ok(runtime) => runtime.block_on(poll_fn(|context| {
                Pin::new(&mut self.stream).poll_next(context)
            })),
            Err(error) => {
                self.rejected = true;
                Some(Err(error))
            }
        }
    }
}

impl<S: fmt::Debug> fmt::Debug for Blocking<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("Blocking")
            .field(&self.stream)
            .finish()
    }
}

/// The body of a [`Download`] as a reader that waits, for plain threads; made by
/// [`Download::into_blocking`].
///
/// Inside an async runtime, which it would block, it returns an error.
pub struct BlockingDownload {
    download: Download,
    /// The part that is being read.
    part: Bytes,
}

impl io::Read for BlockingDownload {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.part.is_empty() && !buffer.is_empty() {
            let runtime = runtime().map_err(io::Error::other)?;
            match runtime.block_on(self.download.part()) {
                None => return Ok(0),
                Some(part) => self.part = part.map_err(io::Error::other)?,
            }
        }
        let length = self.part.len().min(buffer.len());
        buffer[..length].copy_from_slice(&self.part.split_to(length));
        Ok(length)
    }
}

impl fmt::Debug for BlockingDownload {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = formatter.debug_tuple("BlockingDownload");
        tuple.field(&self.download).finish()
    }
}

impl Download {
    /// Returns the body as a reader that waits, for plain threads:
    ///
    /// ```
    /// # use comm100::{api, Client, Download, Result};
    /// #[api(path = "livechat/attachments")]
    /// trait Attachments {
    ///     #[get("{id}")]
    ///     async fn download(&self, id: u64) -> Result<Download>;
    /// }
    ///
    /// fn print(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    ///     let mut reader = client.download(42).send_blocking()?.into_blocking();
    ///     std::io::copy(&mut reader, &mut std::io::stdout())?;
    ///     Ok(())
    /// }
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
    #[must_use]
    pub fn into_blocking(self) -> BlockingDownload {
        BlockingDownload {
            download: self,
            part: Bytes::new(),
        }
    }
}

impl<T: Page> Pages<T> {
    /// Returns the pages as an iterator that waits, for plain threads.
    #[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
    pub fn into_blocking(self) -> Blocking<Self> {
        Blocking {
            stream: self,
            rejected: false,
        }
    }
}

impl<T: Page> Items<T> {
    /// Returns the items as an iterator that waits, for plain threads:
    ///
    /// ```
    /// # use comm100::{api, Client, Page, Result};
    /// # #[derive(serde::Deserialize)]
    /// # struct TicketPage { tickets: Vec<u64>, pages: u32 }
    /// # impl Page for TicketPage {
    /// #     type Item = u64;
    /// #     fn has_next(&self, number: u32) -> bool { number < self.pages }
    /// #     fn into_items(self) -> Vec<u64> { self.tickets }
    /// # }
    /// #[api(path = "livechat/tickets")]
    /// trait Tickets {
    ///     #[get]
    ///     async fn list_tickets(&self, #[query(page)] page: Option<u32>) -> Result<TicketPage>;
    /// }
    ///
    /// fn sum(client: &Client) -> Result<u64> {
    ///     let mut sum = 0;
    ///     for ticket in client.list_tickets().items().into_blocking() {
    ///         sum += ticket?;
    ///     }
    ///     Ok(sum)
    /// }
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
    pub fn into_blocking(self) -> Blocking<Self> {
        Blocking {
            stream: self,
            rejected: false,
        }
    }
}
