//! hyper's pooled client, without what reqwest lays over it.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::future::BoxFuture;
use http::{HeaderValue, Uri, header};
use hyper::body::Incoming;
use hyper_util::client::legacy::{Client, Error as ClientError, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::authority::default_port;
use super::connector::{ConnectError, Connector};
use super::proxy::Proxies;
use crate::error::{Result, TransportError};
use crate::request::RequestBody;
use crate::response::{Body, Unread};
use crate::transport::Transport;
use crate::transport::connect_error::connect_error;
use crate::transport::per_runtime::PerRuntime;
use crate::transport::received::Received;

/// The time for which an unused connection is kept.
const IDLE: Duration = Duration::from_secs(90);

/// A transport over hyper's pooled client, which takes a third to two fifths
/// off a small call's instructions.
///
/// It provides the same guarantees: HTTP/1.1 over rustls with the platform's certificates (read once
/// per process), a timeout for each connection (name lookup and TLS included), at most 100 headers
/// and 400 KiB of head in a response, and nothing behind the user's back: it follows no redirects,
/// keeps no cookies, decodes no bodies and sends no request twice. A request that a closing
/// connection returned before its first byte was written goes out on another connection. A server
/// that floods a connection neither delays a deadline nor blocks other tasks. Each Tokio runtime has
/// its own connections. Clones use the same ones, so that clients of several accounts can share them.
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
#[derive(Clone)]
pub struct HyperTransport {
    clients: Arc<PerRuntime<Client<Connector, RequestBody>>>,
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
                // Head and body are one buffer: for a small request this costs less than two.
                .http1_writev(false)
                // Requests already have the header, from the client or from `with_host`.
                .set_host(false)
                .build(connector.clone())
        };
        Ok(Self {
            clients: Arc::new(PerRuntime::new(make(), move || Some(make()))),
            proxies,
        })
    }

    /// Sends a request that has a `Host`, through a proxy if there is one.
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
        let HyperResponse(response) = self.send_request(with_host(request));
        Box::pin(async move {
            let mut response = response.await.map_err(send_error)?;
            let unread = unread(&mut response);
            Ok(response.map(|body| Body::from_hyper(body, unread)))
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

/// Adds the `Host` of the URL to a request without one.
fn with_host(mut request: http::Request<RequestBody>) -> http::Request<RequestBody> {
    if !request.headers().contains_key(header::HOST)
        && let Some(host) = host(request.uri())
    {
        request.headers_mut().insert(header::HOST, host);
    }
    request
}

/// Returns the host, with the port unless it is the scheme's default.
fn host(uri: &Uri) -> Option<HeaderValue> {
    let host = uri.host()?;
    match uri.port_u16().filter(|port| *port != default_port(uri)) {
        Some(port) => HeaderValue::try_from(format!("{host}:{port}")).ok(),
        None => HeaderValue::from_str(host).ok(),
    }
}

/// Takes the parts one by one, since moving a whole head costs more.
fn received(mut response: http::Response<Incoming>) -> Received {
    let unread = unread(&mut response);
    Received {
        status: response.status(),
        headers: std::mem::take(response.headers_mut()),
        body: Body::from_hyper(response.into_body(), unread),
    }
}

/// Takes the count of the response's connection, and clears it: the head was received.
fn unread(response: &mut http::Response<Incoming>) -> Unread {
    let unread: Unread = response.extensions_mut().remove().unwrap_or_default();
    unread.clear();
    unread
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_omits_the_default_port() {
        for (uri, expected) in [
            ("http://a.example/x", "a.example"),
            ("http://a.example:80/x", "a.example"),
            ("https://a.example:443/x", "a.example"),
            ("https://a.example:80/x", "a.example:80"),
            ("http://user@a.example:8080/x", "a.example:8080"),
            ("http://[::1]:8080/x", "[::1]:8080"),
        ] {
            let mut request = http::Request::new(RequestBody::default());
            *request.uri_mut() = uri.parse().expect("a URL");
            let mut request = with_host(request);
            assert_eq!(request.headers()[header::HOST], expected, "{uri}");
            request
                .headers_mut()
                .insert(header::HOST, HeaderValue::from_static("other"));
            assert_eq!(with_host(request).headers()[header::HOST], "other");
        }
    }
}
