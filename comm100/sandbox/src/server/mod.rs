//! The server: a thread of its own with a runtime of its own, which ends when the sandbox is
//! dropped, and with it every connection.

pub(crate) mod connection;
pub(crate) mod document;
pub(crate) mod fault;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
};

use tokio::sync::oneshot;

use crate::{
    account::{State, access::Edition},
    clock::Clock,
    engine::dispatch,
    quirks::Quirks,
    server::{connection::Sockets, document::Document, fault::Faults},
};

/// What the requests and the [`Sandbox`](super::Sandbox) share.
#[derive(Clone, Debug)]
pub(crate) struct Shared(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    state: Mutex<State>,
    faults: Faults,
    arrivals: AtomicU64,
    traits: Traits,
    document: Option<Document>,
}

/// What is chosen about a sandbox and does not change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traits {
    pub(crate) clock: Clock,
    pub(crate) edition: Edition,
    pub(crate) quirks: Quirks,
    pub(crate) has_chatbot: bool,
}

impl Shared {
    pub(crate) fn new(state: State, traits: Traits, document: Option<Document>) -> Self {
        Self(Arc::new(Inner {
            state: Mutex::new(state),
            faults: Faults::default(),
            arrivals: AtomicU64::new(0),
            traits,
            document,
        }))
    }

    /// The account. A write that panicked half way is still an account to go on with.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.0.faults
    }

    pub(crate) fn now(&self) -> i64 {
        self.0.traits.clock.now()
    }

    pub(crate) fn edition(&self) -> Edition {
        self.0.traits.edition
    }

    pub(crate) fn quirks(&self) -> Quirks {
        self.0.traits.quirks
    }

    pub(crate) fn has_chatbot(&self) -> bool {
        self.0.traits.has_chatbot
    }

    pub(crate) fn document(&self) -> Option<&Document> {
        self.0.document.as_ref()
    }

    pub(crate) fn count_arrival(&self) {
        self.0.arrivals.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn arrivals(&self) -> u64 {
        self.0.arrivals.load(Ordering::Relaxed)
    }
}

/// The running server.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens on loopback; port 0 is any free one.
    pub(crate) async fn start(port: u16, shared: Shared) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = oneshot::channel();
        let thread = thread::Builder::new()
            .name("comm100-sandbox".to_owned())
            .spawn(move || run(listener, shared, ready, stopped))?;
        started
            .await
            .unwrap_or_else(|_| Err(io::Error::other("the server's thread ended")))?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

fn run(
    listener: TcpListener,
    shared: Shared,
    ready: oneshot::Sender<io::Result<()>>,
    stopped: oneshot::Receiver<()>,
) {
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            // Whoever waited for the start may have given up.
            let _ = ready.send(Err(error));
            return;
        }
    };
    runtime.block_on(async {
        let listener = match tokio::net::TcpListener::from_std(listener) {
            Ok(listener) => Sockets(listener),
            Err(error) => {
                let _ = ready.send(Err(error));
                return;
            }
        };
        let service = dispatch::router(shared)
            .into_make_service_with_connect_info::<crate::server::connection::Wire>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        let _ = ready.send(Ok(()));
        // Ends when the sandbox is dropped; the runtime then drops all connections.
        let _ = stopped.await;
    });
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // The thread has nothing to say at its end.
            let _ = thread.join();
        }
    }
}
