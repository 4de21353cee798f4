//! Connections that can be cut at any byte, below HTTP.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};

/// The point at which a connection is cut.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Cut {
    /// The connection stays whole.
    #[default]
    Nowhere,
    /// A cut before the next byte is written.
    AtOnce,
    /// A cut after this many bytes of the next response's body, behind the whole head.
    InBody(usize),
    /// A cut after this many bytes.
    After(usize),
}

/// Lets the handler of a request cut the connection that the response goes through.
#[derive(Clone, Debug, Default)]
pub(crate) struct ConnectionHandle(Arc<Mutex<Cut>>);

impl ConnectionHandle {
    pub(crate) fn cut(&self, cut: Cut) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = cut;
    }

    /// Returns how many of these bytes may be written, or the error of a cut connection.
    fn admit(&self, bytes: &[u8]) -> io::Result<usize> {
        let cut = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match cut {
            Cut::Nowhere => Ok(bytes.len()),
            Cut::AtOnce | Cut::After(0) => Err(io::ErrorKind::ConnectionReset.into()),
            Cut::InBody(length) => match end_of_head(bytes) {
                // The server writes a head in one piece, since it is far smaller than its buffer.
                Some(head) => Ok(bytes.len().min(head + length)),
                None => Ok(bytes.len()),
            },
            Cut::After(length) => Ok(bytes.len().min(length)),
        }
    }

    /// Counts down the bytes that were written.
    fn wrote(&self, bytes: &[u8]) {
        let mut cut = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match *cut {
            Cut::InBody(length) => {
                if let Some(head) = end_of_head(bytes) {
                    *cut = Cut::After((head + length).saturating_sub(bytes.len()));
                }
            }
            Cut::After(length) => *cut = Cut::After(length.saturating_sub(bytes.len())),
            Cut::Nowhere | Cut::AtOnce => {}
        }
    }
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let blank_line = b"\r\n\r\n";
    bytes
        .windows(blank_line.len())
        .position(|window| window == blank_line)
        .map(|start| start + blank_line.len())
}

/// A TCP stream that its [`ConnectionHandle`] can cut.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: TcpStream,
    handle: ConnectionHandle,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    // Writes are not vectored, which is the default, so this sees every byte.
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let admitted = match self.handle.admit(bytes) {
            Ok(length) => &bytes[..length],
            Err(error) => return Poll::Ready(Err(error)),
        };
        let written = Pin::new(&mut self.stream).poll_write(context, admitted);
        if let Poll::Ready(Ok(length)) = written {
            self.handle.wrote(&admitted[..length]);
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// A listener for [`Connection`]s.
pub(crate) struct Connections(pub(crate) TcpListener);

impl Listener for Connections {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Without it, a response may wait 40 ms for the client's acknowledgement. If the system rejects the option,
        // responses are only slower.
        let _ = stream.set_nodelay(true);
        (
            Connection {
                stream,
                handle: ConnectionHandle::default(),
            },
            address,
        )
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Connections>> for ConnectionHandle {
    fn connect_info(connection: IncomingStream<'_, Connections>) -> Self {
        connection.io().handle.clone()
    }
}
