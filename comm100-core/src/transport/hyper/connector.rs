//! Makes connections, each within a timeout.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::HttpsConnector;
use rustls::ClientConfig;
use tower_service::Service;

use super::authority::host_and_port;
use super::proxy::{Proxies, Proxy};
use super::stream::Stream;
use super::tcp::Tcp;
use crate::error::{BoxError, Result};
use crate::transport::connecting::Connecting;
use crate::transport::tls;

/// Makes connections over TCP and TLS, through a proxy if there is one, each within a timeout.
/// hyper's client clones it for each request, so that all of it is shared.
#[derive(Clone)]
pub(super) struct Connector(Arc<Shared>);

struct Shared {
    tcp: Tcp,
    tls: Arc<ClientConfig>,
    proxies: Proxies,
    timeout: Duration,
}

impl Connector {
    pub(super) fn new(timeout: Duration, https: bool, proxies: Proxies) -> Result<Self> {
        // Without the names of protocols, as HTTP/1.1 has been before there were others.
        Ok(Self(Arc::new(Shared {
            tcp: Tcp::new(timeout),
            tls: Arc::new(tls::config(https)?),
            proxies,
            timeout,
        })))
    }
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = ConnectError;
    type Future = Connecting<Result<Self::Response, ConnectError>>;

    /// Always ready: each connection has its own connector below this one.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ConnectError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let shared = &self.0;
        let mut target = host_and_port(&uri);
        let proxy = shared.proxies.of(&uri);
        if let Some(proxy) = &proxy {
            target = proxy.named(&target, &uri);
        }
        let (tcp, tls) = (shared.tcp.clone(), Arc::clone(&shared.tls));
        let connection = tokio::time::timeout(shared.timeout, connect(tcp, tls, proxy, uri));
        Connecting(Box::pin(async move {
            match connection.await {
                Ok(outcome) => outcome.map_err(|source| ConnectError::new(target, Some(source))),
                Err(_) => Err(ConnectError::new(target, None)),
            }
        }))
    }
}

async fn connect(
    tcp: Tcp,
    tls: Arc<ClientConfig>,
    proxy: Option<Proxy>,
    uri: Uri,
) -> Result<Stream, BoxError> {
    match proxy {
        Some(proxy) => proxy.connect(tcp, tls, uri).await,
        None => Ok(Stream::direct(
            HttpsConnector::from((tcp, tls)).call(uri).await?,
        )),
    }
}

/// The reason why a connection could not be made.
#[derive(Debug)]
pub(super) struct ConnectError {
    /// The host and the port, and the proxy's.
    pub(super) target: String,
    /// `None` if the timeout passed.
    source: Option<BoxError>,
}

impl ConnectError {
    fn new(target: String, source: Option<BoxError>) -> Self {
        Self { target, source }
    }

    /// Returns true if the connector's timeout or the system's passed.
    pub(super) fn timed_out(&self) -> bool {
        let Some(source) = &self.source else {
            return true;
        };
        let mut cause: Option<&(dyn StdError + 'static)> = Some(&**source);
        while let Some(error) = cause {
            if let Some(error) = error.downcast_ref::<io::Error>()
                && error.kind() == io::ErrorKind::TimedOut
            {
                return true;
            }
            cause = error.source();
        }
        false
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) => source.fmt(formatter),
            None => formatter.write_str("the connection was not made in time"),
        }
    }
}

impl StdError for ConnectError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
