//! The server's thread, which has its own runtime. It ends when the sandbox is dropped, and all connections with it.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    thread::{self, JoinHandle},
};

use axum::Router;
use tokio::{runtime::Handle, sync::oneshot};

use super::connection::{ConnectionHandle, Connections};

/// The running server.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    runtime: Handle,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens on loopback, on any free port if `port` is 0.
    pub(crate) async fn start(port: u16, router: Router) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = oneshot::channel();
        let thread = thread::Builder::new()
            .name("comm100-sandbox".to_owned())
            .spawn(move || run(listener, router, ready, stopped))?;
        let runtime = started
            .await
            .unwrap_or_else(|_| Err(io::Error::other("the server's thread ended")))?;
        Ok(Self {
            address,
            runtime,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the runtime of the server's thread.
    pub(crate) fn runtime(&self) -> &Handle {
        &self.runtime
    }
}

fn run(
    listener: TcpListener,
    router: Router,
    ready: oneshot::Sender<io::Result<Handle>>,
    stopped: oneshot::Receiver<()>,
) {
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            // The caller of `start` may have been dropped.
            let _ = ready.send(Err(error));
            return;
        }
    };
    runtime.block_on(async {
        let listener = match tokio::net::TcpListener::from_std(listener) {
            Ok(listener) => Connections(listener),
            Err(error) => {
                let _ = ready.send(Err(error));
                return;
            }
        };
        let service = router.into_make_service_with_connect_info::<ConnectionHandle>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        let _ = ready.send(Ok(Handle::current()));
        // Ends when the sandbox is dropped. The runtime drops all connections then.
        let _ = stopped.await;
    });
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // The thread returns nothing.
            let _ = thread.join();
        }
    }
}
