//! A connection that a server cannot flood.

use std::io::{self, IoSlice};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};

use hyper_util::client::legacy::connect::{Connected, Connection};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use crate::response::Unread;

/// The bytes that are read before other tasks and timers get their turn. hyper parses whatever has arrived
/// in one go; in a debug build this much takes it up to 20 milliseconds.
const SLICE: usize = 64 * 1024;

/// A TCP connection that yields to the runtime after each slice, and fails if it receives very
/// much of which hyper makes neither a head nor a part of a body: early responses (1xx) or the
/// digits of a chunk's size, without end.
pub(super) struct Guarded {
    stream: TcpStream,
    since_yield: usize,
    unread: Unread,
}

impl Guarded {
    pub(super) fn new(stream: TcpStream) -> Self {
        Self {
            stream,
            since_yield: 0,
            unread: Unread::default(),
        }
    }
}

impl AsyncRead for Guarded {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.since_yield >= SLICE {
            self.since_yield = 0;
            // Tokio's own budget counts reads, not bytes, and does not let timers run before the
            // next turn; `yield_now` does.
            ready!(pin!(tokio::task::yield_now()).poll(context));
        }
        let before = buffer.filled().len();
        let Poll::Ready(outcome) = Pin::new(&mut self.stream).poll_read(context, buffer) else {
            self.since_yield = 0;
            return Poll::Pending;
        };
        let read = buffer.filled().len() - before;
        self.since_yield += read;
        Poll::Ready(outcome.and_then(|()| self.unread.add(read)))
    }
}

impl AsyncWrite for Guarded {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

impl Connection for Guarded {
    fn connected(&self) -> Connected {
        Connected::new().extra(self.unread.clone())
    }
}
