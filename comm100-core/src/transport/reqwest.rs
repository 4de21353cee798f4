//! The default transport: reqwest's client, configured to do nothing behind the user's back.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures_core::future::BoxFuture;
use http::{HeaderMap, Method};
use url::Url;

use super::Transport;
use super::connect_error::{connect_error, host_and_port, innermost};
use super::connecting::ConnectingLayer;
use super::per_runtime::PerRuntime;
use super::proxies::{Proxies, through};
use super::received::Received;
use super::resolver::Resolver;
use crate::error::{Error, Result, TransportError};
use crate::platform::is_loopback;
use crate::request::{CHUNK, RequestBody};
use crate::response::Body;

/// A transport over a `reqwest::Client`.
///
/// The client that [`ClientBuilder`](crate::ClientBuilder) makes by default
/// follows no redirect, sends no `Referer`, retries nothing, keeps no cookies,
/// trusts the platform's certificates by rustls, and uses the environment's
/// proxies; each Tokio runtime has its own connections. A client that you bring keeps what you
/// configured, and its connections belong to the runtime that opened them. It is a client of reqwest 0.13, without
/// redirects and retries:
///
/// ```no_run
/// # use comm100_core as comm100;
/// use std::time::Duration;
/// use comm100::{Client, Credentials, ReqwestTransport};
///
/// let http = reqwest::Client::builder()
///     .connect_timeout(Duration::from_secs(10))
///     .redirect(reqwest::redirect::Policy::none())
///     .retry(reqwest::retry::never())
///     .referer(false)
///     .build()?;
/// let client = Client::builder()
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .transport(ReqwestTransport::from(http))
///     .build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Clones use the same connections, so that clients of several accounts can share them.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    clients: Clients,
}

#[derive(Clone, Debug)]
enum Clients {
    /// The one that the user brings, which has no layer that reports.
    Given(reqwest::Client),
    Own(Arc<Own>),
}

#[derive(Debug)]
struct Own {
    clients: PerRuntime<reqwest::Client>,
    /// The clients for loopback, without proxies, if `clients` use proxies.
    direct: Option<PerRuntime<reqwest::Client>>,
}

impl Own {
    fn of(&self, url: &Url) -> &PerRuntime<reqwest::Client> {
        match &self.direct {
            Some(direct) if is_local(url) => direct,
            _ => &self.clients,
        }
    }
}

fn is_local(url: &Url) -> bool {
    url.host_str().is_some_and(is_loopback)
}

impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self {
            clients: Clients::Given(client),
        }
    }
}

impl ReqwestTransport {
    /// Creates the transport for the origins of the Control Panel and the API.
    pub(crate) fn new(origins: [&Url; 2], connect_timeout: Duration) -> Result<Self> {
        let https = origins.iter().any(|origin| origin.scheme() == "https");
        let clients = |loopback| -> Result<_> {
            let make = move || Self::client(loopback, https, connect_timeout);
            Ok(PerRuntime::new(make()?, move || make().ok()))
        };
        let [panel, api] = origins.map(is_local);
        Ok(Self {
            clients: Clients::Own(Arc::new(Own {
                clients: clients(panel && api)?,
                direct: (panel != api).then(|| clients(true)).transpose()?,
            })),
        })
    }

    #[cfg_attr(
        not(feature = "__rustls"),
        expect(unused_variables, reason = "`https` selects the certificates")
    )]
    fn client(loopback: bool, https: bool, connect_timeout: Duration) -> Result<reqwest::Client> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            // The count of 0 keeps it from copying each request for a second try.
            .retry(reqwest::retry::never().max_retries_per_request(0))
            .referer(false)
            // Stated here, since a feature that another crate turns on changes their defaults.
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .no_hickory_dns()
            .http1_only()
            .dns_resolver(Resolver)
            .connector_layer(ConnectingLayer)
            .connect_timeout(connect_timeout);
        // A proxy cannot reach what listens on this machine only, and would get the credentials unencrypted.
        if loopback {
            builder = builder.no_proxy();
        }
        #[cfg(feature = "__rustls")]
        {
            builder = builder.tls_backend_preconfigured(super::tls::config(https)?);
        }
        builder.build().map_err(|error| {
            Error::config(format!(
                "the transport cannot be made: {}; set another with `.transport(..)`",
                innermost(&error)
            ))
        })
    }

    pub(crate) fn send_parts(
        &self,
        method: Method,
        url: Url,
        headers: HeaderMap,
        body: RequestBody,
    ) -> impl Future<Output = Result<reqwest::Response, TransportError>> + Send + use<> {
        let mut request = reqwest::Request::new(method, url);
        *request.headers_mut() = headers;
        match body.as_bytes() {
            Some(bytes) if bytes.len() <= CHUNK => {
                *request.body_mut() = Some(bytes.clone().into());
            }
            _ => *request.body_mut() = Some(reqwest::Body::wrap(body)),
        }
        let (response, own) = match &self.clients {
            Clients::Given(client) => (client.execute(request), false),
            Clients::Own(own) => {
                let clients = own.of(request.url());
                (clients.with(|client| client.execute(request)), true)
            }
        };
        async move { response.await.map_err(|error| send_error(error, own)) }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let url = Url::parse(&parts.uri.to_string()).map_err(TransportError::not_sent)?;
            self.send_parts(parts.method, url, parts.headers, body)
                .await
                .map(head_and_body)
        })
    }

    fn reports_connecting(&self) -> bool {
        matches!(self.clients, Clients::Own(_))
    }
}

fn head_and_body(response: reqwest::Response) -> http::Response<Body> {
    let version = response.version();
    let received = Received::from(response);
    let mut converted = http::Response::new(received.body);
    *converted.status_mut() = received.status;
    *converted.version_mut() = version;
    *converted.headers_mut() = received.headers;
    converted
}

/// Keeps the response to read its body from: reqwest's own conversion boxes it again.
impl From<reqwest::Response> for Received {
    fn from(mut response: reqwest::Response) -> Self {
        Self {
            status: response.status(),
            headers: std::mem::take(response.headers_mut()),
            body: Body::from_reqwest(response),
        }
    }
}

/// Returns the error of a request. If `own`, the client has the proxies of the environment; one that the user brings may
/// have any.
fn send_error(error: reqwest::Error, own: bool) -> TransportError {
    let (connect, timed_out) = (error.is_connect(), error.is_timeout());
    let mut target = error.url().and_then(host_and_port);
    if connect && own {
        target = target.map(|target| match error.url() {
            Some(url) => through_proxy(target, url),
            None => target,
        });
    }
    // Its text contains the URL, which contains the parameters' values.
    let error = error.without_url();
    if connect {
        return connect_error(target.as_deref(), error, timed_out);
    }
    let error = TransportError::maybe_sent(error);
    if timed_out { error.timed_out() } else { error }
}

/// Adds the proxy that a connection goes through.
fn through_proxy(target: String, url: &Url) -> String {
    let Ok(uri) = url.as_str().parse() else {
        return target;
    };
    match Proxies::from_environment().of(&uri) {
        Some(proxy) => through(&target, &uri, &proxy),
        None => target,
    }
}
