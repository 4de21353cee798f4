//! The connections: TCP streams that can be cut, below everything that knows HTTP.

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

/// Where a connection breaks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Cut {
    /// It does not.
    #[default]
    Nowhere,
    /// Before the next byte is written.
    AtOnce,
    /// After this many bytes of the next answer's body; the head is written whole.
    InBody(usize),
    /// After this many bytes.
    After(usize),
}

/// The handle by which a request's handler cuts the connection that its answer goes through.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wire(Arc<Mutex<Cut>>);

impl Wire {
    pub(crate) fn cut(&self, cut: Cut) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = cut;
    }

    /// How many of these bytes may be written, or the error of a cut connection.
    fn admit(&self, bytes: &[u8]) -> io::Result<usize> {
        let cut = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match cut {
            Cut::Nowhere => Ok(bytes.len()),
            Cut::AtOnce | Cut::After(0) => Err(io::ErrorKind::ConnectionReset.into()),
            Cut::InBody(length) => match end_of_head(bytes) {
                // The server writes a head in one piece: it is far smaller than its buffer.
                Some(head) => Ok(bytes.len().min(head + length)),
                None => Ok(bytes.len()),
            },
            Cut::After(length) => Ok(bytes.len().min(length)),
        }
    }

    /// Counts down what was written.
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

/// A TCP stream that breaks where its [`Wire`] says.
#[derive(Debug)]
pub(crate) struct Socket {
    stream: TcpStream,
    wire: Wire,
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Socket {
    // Writes are not vectored (the default), so that this sees every byte.
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let admitted = match self.wire.admit(bytes) {
            Ok(length) => &bytes[..length],
            Err(error) => return Poll::Ready(Err(error)),
        };
        let written = Pin::new(&mut self.stream).poll_write(context, admitted);
        if let Poll::Ready(Ok(length)) = written {
            self.wire.wrote(&admitted[..length]);
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

/// Accepts [`Socket`]s.
pub(crate) struct Sockets(pub(crate) TcpListener);

impl Listener for Sockets {
    type Io = Socket;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Socket, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // An answer that waits for the client's acknowledgement would cost 40 ms; where the system
        // refuses the option, the answer is only later.
        let _ = stream.set_nodelay(true);
        (
            Socket {
                stream,
                wire: Wire::default(),
            },
            address,
        )
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Sockets>> for Wire {
    fn connect_info(connection: IncomingStream<'_, Sockets>) -> Self {
        connection.io().wire.clone()
    }
}
