//! hyper's pooled client, without what reqwest lays over it.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::future::BoxFuture;
use http::header;
use hyper_util::client::legacy::{Client, Error as ClientError, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::connector::{ConnectError, Connector};
use super::proxy::Proxies;
use crate::error::Result;
use crate::error::TransportError;
use crate::request::RequestBody;
use crate::response::{Body, Unread};
use crate::transport::Transport;
use crate::transport::connect_error::connect_error;
use crate::transport::per_runtime::PerRuntime;
use crate::transport::received::Received;

/// The time for which an unused connection is kept.
const IDLE: Duration = Duration::from_secs(90);

/// A transport over hyper's pooled client, which takes about a third off
/// a small call's instructions.
///
/// It provides the same guarantees: HTTP/1.1 over rustls with the platform's certificates (read once
/// per process), a timeout for each connection (name lookup and TLS included), at most 100 headers
/// and 400 KiB of head in a response, and nothing behind the user's back: it follows no redirects,
/// keeps no cookies, decodes no bodies and sends no request twice. A request that a closing
/// connection returned before its first byte was written goes out on another connection. A server
/// that floods a connection neither delays a deadline nor blocks other tasks. Each Tokio runtime has
/// its own connections.
///
/// It uses the environment's proxies as the default transport does: `ALL_PROXY`, `HTTPS_PROXY` and
/// `HTTP_PROXY` (HTTP, HTTPS and SOCKS, with credentials or without), unless `NO_PROXY` names the
/// host. Hosts of this machine need none.
///
/// ```
/// use std::time::Duration;
/// use comm100::{Client, Credentials, HyperTransport};
///
/// let client = Client::builder()
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .transport(HyperTransport::new(Duration::from_secs(10))?)
///     .build()?;
/// # Ok::<(), comm100::Error>(())
/// ```
pub struct HyperTransport {
    clients: PerRuntime<Client<Connector, RequestBody>>,
    proxies: Proxies,
}

impl HyperTransport {
    /// Creates a transport. Each connection, with its name lookup and TLS, gets `connect_timeout`.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error if the platform's certificates cannot be
    /// read.
    pub fn new(connect_timeout: Duration) -> Result<Self> {
        Self::build(connect_timeout, true)
    }

    pub(crate) fn build(connect_timeout: Duration, https: bool) -> Result<Self> {
        let proxies = Proxies::from_environment();
        let connector = Connector::new(connect_timeout, https, proxies.clone())?;
        let make = move || {
            Client::builder(TokioExecutor::new())
                .pool_timer(TokioTimer::new())
                .pool_idle_timeout(IDLE)
                .build(connector.clone())
        };
        Ok(Self {
            clients: PerRuntime::new(make(), move || Some(make())),
            proxies,
        })
    }

    /// Sends a request, through a proxy if there is one.
    pub(crate) fn send_request(&self, mut request: http::Request<RequestBody>) -> HyperResponse {
        if let Some(authorization) = self.proxies.authorization(request.uri()) {
            let headers = request.headers_mut();
            headers.insert(header::PROXY_AUTHORIZATION, authorization);
        }
        HyperResponse(self.clients.with(|client| client.request(request)))
    }
}

/// The future of a response.
pub(crate) struct HyperResponse(ResponseFuture);

impl Future for HyperResponse {
    type Output = Result<Received, TransportError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let received = |response| {
            let (head, body) = head_and_body(response);
            Received::new(head, body)
        };
        Pin::new(&mut self.0)
            .poll(context)
            .map(|outcome| outcome.map(received).map_err(send_error))
    }
}

impl Transport for HyperTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let HyperResponse(response) = self.send_request(request);
        Box::pin(async move {
            let response = response.await.map_err(send_error)?;
            let (head, body) = head_and_body(response);
            Ok(http::Response::from_parts(head, body))
        })
    }

    fn takes_host(&self) -> bool {
        true
    }

    fn reports_connecting(&self) -> bool {
        true
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("HyperTransport")
            .finish_non_exhaustive()
    }
}

fn head_and_body(response: http::Response<hyper::body::Incoming>) -> (http::response::Parts, Body) {
    let (mut head, body) = response.into_parts();
    let unread = head.extensions.remove::<Unread>().unwrap_or_default();
    unread.clear();
    (head, Body::from_hyper(body, unread))
}

fn send_error(error: ClientError) -> TransportError {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(refused) = inner.downcast_ref::<ConnectError>() {
            let (target, timed_out) = (refused.target.clone(), refused.timed_out());
            return connect_error(Some(&target), error, timed_out);
        }
        cause = inner.source();
    }
    if error.is_connect() {
        connect_error(None, error, false)
    } else {
        TransportError::maybe_sent(error)
    }
}
