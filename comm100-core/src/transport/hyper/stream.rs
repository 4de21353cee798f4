//! A connection of the lean transport, whichever way it was made.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::MaybeHttpsStream;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::TokioIo;

use super::guarded::Guarded;

type Direct = MaybeHttpsStream<TokioIo<Guarded>>;

/// A connection to a server or a proxy, with TLS or without; within a tunnel there may be a second layer of TLS.
pub(super) struct Stream {
    inner: MaybeHttpsStream<Direct>,
    /// The other side is a proxy that reads the requests themselves.
    forwarded: bool,
}

impl Stream {
    /// Creates a connection to the server, or through a proxy that passes on all bytes.
    pub(super) fn direct(connection: Direct) -> Self {
        Self::tunnelled(MaybeHttpsStream::Http(connection))
    }

    /// Creates a connection to the server within one to a proxy.
    pub(super) fn tunnelled(inner: MaybeHttpsStream<Direct>) -> Self {
        Self {
            inner,
            forwarded: false,
        }
    }

    /// Creates a connection to a proxy, which forwards requests.
    pub(super) fn forwarded(connection: Direct) -> Self {
        Self {
            forwarded: true,
            ..Self::direct(connection)
        }
    }
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        self.inner.connected().proxy(self.forwarded)
    }
}

impl Read for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(context, buffer)
    }
}

/// Not vectored: hyper writes a request as one buffer (`http1_writev`).
impl Write for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}
