//! The lean transport: hyper's pooled client, without what reqwest lays over it.

use std::error::Error as StdError;
use std::fmt;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::Uri;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{Client, Error as ClientError};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tower_service::Service;

use super::Transport;
use super::tls;
use crate::error::Result;
use crate::error::TransportError;
use crate::response::Body;

/// How long a connection is kept that nobody uses.
const IDLE: Duration = Duration::from_secs(90);
/// How soon, and then how often, an idle connection is asked whether it lives.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
const KEEP_ALIVE_TRIES: u32 = 3;

/// A transport over hyper's pooled client, which takes about a third off
/// a small call's instructions.
///
/// It gives the same guarantees: HTTP/1.1 over rustls with the platform's
/// certificates (read once a process), a limit of time for making a connection (its name looked up,
/// its TLS agreed), at most 100 headers and 400 KiB of head in an answer, and nothing
/// behind the user's back: no redirect is followed, no cookie kept, no answer
/// decoded, no request sent twice. A request that a closing connection gave
/// back before a byte of it was written goes out on another connection.
///
/// It knows no proxies: what the environment says of them is ignored, so that a
/// network that needs one needs the default transport.
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
    client: Client<Connector, Full<Bytes>>,
}

impl HyperTransport {
    /// Makes a transport; `connect_timeout` limits the making of a connection.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error if the platform's certificates cannot be
    /// read.
    pub fn new(connect_timeout: Duration) -> Result<Self> {
        Self::build(connect_timeout, true)
    }

    pub(crate) fn build(connect_timeout: Duration, https: bool) -> Result<Self> {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        http.set_keepalive(Some(KEEP_ALIVE));
        http.set_keepalive_interval(Some(KEEP_ALIVE));
        http.set_keepalive_retries(Some(KEEP_ALIVE_TRIES));
        let https = HttpsConnectorBuilder::new()
            .with_tls_config(tls::config(https)?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(http);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(Connector {
                https,
                limit: connect_timeout,
            });
        Ok(Self { client })
    }
}

impl Transport for HyperTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let response = self.client.request(request.map(Full::new));
        Box::pin(async move {
            match response.await {
                Ok(response) => Ok(response.map(Body::from_hyper)),
                Err(error) => Err(send_error(error)),
            }
        })
    }

    fn takes_host(&self) -> bool {
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

/// Makes connections, each within a limit of time.
#[derive(Clone)]
struct Connector {
    https: HttpsConnector<HttpConnector>,
    limit: Duration,
}

type BoxError = Box<dyn StdError + Send + Sync>;

impl Service<Uri> for Connector {
    type Response = <HttpsConnector<HttpConnector> as Service<Uri>>::Response;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Self::Response, BoxError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.https.poll_ready(context)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connection = tokio::time::timeout(self.limit, self.https.call(uri));
        Box::pin(async move {
            match connection.await {
                Ok(outcome) => outcome,
                Err(_) => Err(Late.into()),
            }
        })
    }
}

/// The limit of making a connection passed.
#[derive(Debug)]
struct Late;

impl fmt::Display for Late {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the connection was not made in time")
    }
}

impl StdError for Late {}

fn send_error(error: ClientError) -> TransportError {
    let mut late = false;
    let mut cause = error.source();
    while let Some(error) = cause {
        late |= error.is::<Late>();
        cause = error.source();
    }
    let error = if error.is_connect() {
        TransportError::not_sent(error)
    } else {
        TransportError::maybe_sent(error)
    };
    if late { error.timed_out() } else { error }
}
