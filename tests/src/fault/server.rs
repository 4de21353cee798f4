//! The server itself.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::request::Reader;
use super::{Received, Reply, Step};

type OnRequest = dyn Fn(usize, &Received) -> Reply + Send + Sync;
type OnConnect = dyn Fn(usize) -> Reply + Send + Sync;

/// A server on a free loopback port with scripted responses. It stops when dropped.
pub struct FaultServer {
    origin: String,
    state: Arc<State>,
    accepting: JoinHandle<()>,
}

/// The script of a server; see [`FaultServer::builder`].
pub struct FaultServerBuilder {
    on_connect: Box<OnConnect>,
    on_request: Box<OnRequest>,
    records: bool,
}

struct State {
    on_connect: Box<OnConnect>,
    on_request: Box<OnRequest>,
    records: bool,
    received: Mutex<Vec<Received>>,
    counts: watch::Sender<Counts>,
}

/// Counts of what has happened so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Connections that were accepted.
    pub accepted: usize,
    /// Connections that are open now.
    pub open: usize,
    /// Requests that arrived whole.
    pub requests: usize,
    /// Bytes that were written.
    pub written: u64,
}

impl FaultServer {
    /// Starts the script of a server that responds to every request with 200.
    #[must_use]
    pub fn builder() -> FaultServerBuilder {
        FaultServerBuilder {
            on_connect: Box::new(|_| Reply::new()),
            on_request: Box::new(|_, _| Reply::ok()),
            records: true,
        }
    }

    /// Sends the n-th reply to the n-th request; the last one repeats.
    pub async fn replies(replies: impl Into<Vec<Reply>>) -> io::Result<Self> {
        let replies = replies.into();
        Self::builder()
            .on_request(move |number, _| {
                let reply = replies.get(number).or_else(|| replies.last());
                reply.cloned().unwrap_or_else(Reply::ok)
            })
            .start()
            .await
    }

    /// The origin, such as `http://127.0.0.1:40000`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The requests that arrived whole, in their order.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.state.received().clone()
    }

    /// Stops listening and closes all connections.
    pub async fn stop(mut self) {
        self.accepting.abort();
        // The task ends with the abort, which is not a failure here.
        let _ = (&mut self.accepting).await;
    }

    /// Returns the counts so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        *self.state.counts.borrow()
    }

    /// Waits until something has happened.
    pub async fn until(&self, happened: impl FnMut(&Counts) -> bool) -> Counts {
        let mut counts = self.state.counts.subscribe();
        match counts.wait_for(happened).await {
            Ok(counts) => *counts,
            Err(_) => Counts::default(), // The sender lives as long as `self`.
        }
    }
}

impl FaultServerBuilder {
    /// Sets the actions on the n-th connection before anything is read.
    #[must_use]
    pub fn on_connect(mut self, act: impl Fn(usize) -> Reply + Send + Sync + 'static) -> Self {
        self.on_connect = Box::new(act);
        self
    }

    /// Sets the reply to the n-th request.
    #[must_use]
    pub fn on_request(
        mut self,
        answer: impl Fn(usize, &Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        self.on_request = Box::new(answer);
        self
    }

    /// Keeps no requests, for very many of them.
    #[must_use]
    pub fn without_records(mut self) -> Self {
        self.records = false;
        self
    }

    /// Starts to listen.
    pub async fn start(self) -> io::Result<FaultServer> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let state = Arc::new(State {
            on_connect: self.on_connect,
            on_request: self.on_request,
            records: self.records,
            received: Mutex::new(Vec::new()),
            counts: watch::Sender::new(Counts::default()),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&state)));
        Ok(FaultServer {
            origin,
            state,
            accepting,
        })
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl State {
    fn received(&self) -> MutexGuard<'_, Vec<Received>> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self, change: impl FnOnce(&mut Counts)) {
        self.counts.send_modify(change);
    }
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    // Connections end with the server that accepted them.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let number = state.counts.borrow().accepted;
        state.count(|counts| {
            counts.accepted += 1;
            counts.open += 1;
        });
        let state = Arc::clone(&state);
        connections.spawn(async move {
            // Many tests are about clients that disconnect.
            let _ = serve(stream, number, &state).await;
            state.count(|counts| counts.open -= 1);
        });
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(mut stream: TcpStream, number: usize, state: &State) -> io::Result<()> {
    stream.set_nodelay(true)?;
    if !perform((state.on_connect)(number), &mut stream, state).await? {
        return Ok(());
    }
    let mut reader = Reader::new(number);
    while let Some(received) = reader.next(&mut stream).await? {
        let mut request = 0;
        if state.records {
            state.received().push(received.clone());
        }
        state.count(|counts| {
            request = counts.requests;
            counts.requests += 1;
        });
        let reply = (state.on_request)(request, &received);
        if !perform(reply, &mut stream, state).await? {
            return Ok(());
        }
    }
    Ok(())
}

/// Performs the steps. Returns true if the connection stays open.
async fn perform(reply: Reply, stream: &mut TcpStream, state: &State) -> io::Result<bool> {
    for step in reply.steps {
        match step {
            Step::Write(bytes) => write(stream, &bytes, state).await?,
            Step::Repeat(bytes, times) => {
                for _ in 0..times {
                    write(stream, &bytes, state).await?;
                }
            }
            Step::Every(bytes, interval) => loop {
                tokio::time::sleep(interval).await;
                write(stream, &bytes, state).await?;
            },
            Step::Drip(bytes, interval) => {
                for byte in bytes.chunks(1) {
                    tokio::time::sleep(interval).await;
                    write(stream, byte, state).await?;
                }
            }
            Step::Wait(gate) => tokio::select! {
                () = gate.pass() => {}
                () = gone(stream) => return Ok(false),
            },
            Step::Hold => {
                gone(stream).await;
                return Ok(false);
            }
            Step::Close => return Ok(false),
            Step::Reset => {
                stream.set_zero_linger()?;
                return Ok(false);
            }
        }
    }
    Ok(true)
}

async fn write(stream: &mut TcpStream, bytes: &[u8], state: &State) -> io::Result<()> {
    stream.write_all(bytes).await?;
    state.count(|counts| counts.written += bytes.len() as u64);
    Ok(())
}

/// Waits until the client closed its side. What it still sends is lost.
async fn gone(stream: &mut TcpStream) {
    let mut lost = [0; 1024];
    while matches!(stream.read(&mut lost).await, Ok(count) if count > 0) {}
}

/// Returns an origin that refuses connections: its port is taken for the rest of the process, so that
/// no other test can listen there.
pub async fn refused_origin() -> io::Result<String> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    let address = socket.local_addr()?;
    std::mem::forget(socket);
    Ok(format!("http://{address}"))
}

/// An origin that takes no connection and refuses none: the queue of the
/// listener is full. What is returned beside it keeps it so.
pub async fn black_hole() -> io::Result<(String, impl Sized)> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    let listener = socket.listen(1)?;
    let address = listener.local_addr()?;
    let mut queue = Vec::new();
    // The kernel takes one or two more than the queue's length.
    while let Ok(Ok(stream)) = tokio::time::timeout(
        std::time::Duration::from_millis(200),
        TcpStream::connect(address),
    )
    .await
    {
        queue.push(stream);
        if queue.len() > 64 {
            return Err(io::Error::other("the queue of the listener does not fill"));
        }
    }
    Ok((format!("http://{address}"), (listener, queue)))
}
