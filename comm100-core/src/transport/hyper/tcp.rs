//! Connections over TCP.

use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::future::BoxFuture;
use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use tower_service::Service;

use super::guarded::Guarded;
use crate::transport::resolver::Resolver;

/// The time until an idle connection is probed, and between probes.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
const KEEP_ALIVE_TRIES: u32 = 3;
/// The time until a connection fails whose server accepts nothing that is sent: a call that is dropped
/// leaves the connection to write what it has taken. It is reqwest's default.
#[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
const UNACCEPTED: Duration = Duration::from_secs(30);

/// Makes TCP connections that a server cannot flood.
#[derive(Clone)]
pub(super) struct Tcp(HttpConnector<Resolver>);

impl Tcp {
    pub(super) fn new(timeout: Duration) -> Self {
        Self(connector(Resolver, timeout))
    }
}

fn connector<R>(resolver: R, timeout: Duration) -> HttpConnector<R> {
    let mut http = HttpConnector::new_with_resolver(resolver);
    http.enforce_http(false);
    // Divided among the addresses of a host, so that one that does not respond leaves time for the next.
    http.set_connect_timeout(Some(timeout));
    http.set_nodelay(true);
    http.set_keepalive(Some(KEEP_ALIVE));
    http.set_keepalive_interval(Some(KEEP_ALIVE));
    http.set_keepalive_retries(Some(KEEP_ALIVE_TRIES));
    #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
    http.set_tcp_user_timeout(Some(UNACCEPTED));
    http
}

impl Service<Uri> for Tcp {
    type Response = TokioIo<Guarded>;
    type Error = <HttpConnector<Resolver> as Service<Uri>>::Error;
    type Future = BoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connection = self.0.call(uri);
        Box::pin(async move {
            let stream = connection.await?.into_inner();
            Ok(TokioIo::new(Guarded::new(stream)))
        })
    }
}

// The queue of a listener blocks in this way on Linux.
#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::convert::Infallible;
    use std::future::{Ready, ready};
    use std::net::SocketAddr;
    use std::vec;

    use hyper_util::client::legacy::connect::dns::Name;
    use tokio::net::{TcpListener, TcpSocket, TcpStream};
    use tokio::time::timeout;

    use super::*;

    /// Resolves every name to the same addresses.
    #[derive(Clone)]
    struct Fixed(Vec<SocketAddr>);

    impl Service<Name> for Fixed {
        type Response = vec::IntoIter<SocketAddr>;
        type Error = Infallible;
        type Future = Ready<Result<Self::Response, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, _: Name) -> Self::Future {
            ready(Ok(self.0.clone().into_iter()))
        }
    }

    #[test]
    fn an_address_that_does_not_respond_leaves_time_for_the_next() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(connect_past_a_silent_address());
    }

    async fn connect_past_a_silent_address() {
        let local = SocketAddr::from(([127, 0, 0, 1], 0));
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(local).expect("a port");
        // Its queue is full after two or three connections.
        let listener = socket.listen(1).expect("a listener");
        let silent = listener.local_addr().expect("an address");
        let mut queue = Vec::new();
        let wait = Duration::from_millis(200);
        while let Ok(Ok(connection)) = timeout(wait, TcpStream::connect(silent)).await {
            queue.push(connection);
        }
        let listener = TcpListener::bind(local).await.expect("a port");
        let good = listener.local_addr().expect("an address");
        let resolver = Fixed(vec![silent, good]);
        let limit = Duration::from_secs(2);
        let mut connector = connector(resolver, limit);
        let connection = connector.call(Uri::from_static("http://two.invalid/"));
        let connection = timeout(limit, connection).await;
        let connection = connection.expect("in time").expect("a connection");
        assert_eq!(connection.inner().peer_addr().expect("an address"), good);
    }
}
