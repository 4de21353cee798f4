//! The default transport: reqwest's client, told to do nothing behind the user's back.

use std::error::Error as StdError;
use std::future::Future;
use std::time::Duration;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::{HeaderMap, Method};
use url::Url;

use super::Transport;
use crate::error::TransportError;
use crate::error::{Error, Result};
use crate::response::Body;

/// A transport over a `reqwest::Client`.
///
/// The client that [`ClientBuilder`](crate::ClientBuilder) makes by default
/// follows no redirect, sends no `Referer`, retries nothing, keeps no cookies,
/// trusts the platform's certificates by rustls, and uses the environment's
/// proxies. One that you bring keeps what you configured.
#[derive(Clone, Debug)]
pub struct ReqwestTransport(reqwest::Client);

impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl ReqwestTransport {
    pub(crate) fn new(origin: &Url, connect_timeout: Duration) -> Result<Self> {
        let loopback = origin.host_str().is_some_and(crate::platform::is_loopback);
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
            .connect_timeout(connect_timeout);
        // What stays on the machine has no use for a proxy.
        if loopback {
            builder = builder.no_proxy();
        }
        #[cfg(feature = "__rustls")]
        {
            builder =
                builder.tls_backend_preconfigured(super::tls::config(origin.scheme() == "https")?);
        }
        let client = builder.build().map_err(|error| {
            Error::config(format!(
                "the transport cannot be made: {}",
                innermost(&error)
            ))
        })?;
        Ok(Self(client))
    }

    pub(crate) fn send_parts(
        &self,
        method: Method,
        url: Url,
        headers: HeaderMap,
        body: Bytes,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send + use<> {
        let mut request = reqwest::Request::new(method, url);
        *request.headers_mut() = headers;
        if !body.is_empty() {
            *request.body_mut() = Some(body.into());
        }
        let response = self.0.execute(request);
        async move { response.await.map(head_and_body).map_err(send_error) }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let url = Url::parse(&parts.uri.to_string()).map_err(TransportError::not_sent)?;
            self.send_parts(parts.method, url, parts.headers, body)
                .await
        })
    }
}

/// The response is kept to read its body from: reqwest's own conversion boxes it once more.
fn head_and_body(mut response: reqwest::Response) -> http::Response<Body> {
    let (status, version) = (response.status(), response.version());
    let headers = std::mem::take(response.headers_mut());
    let mut answer = http::Response::new(Body::from_reqwest(response));
    *answer.status_mut() = status;
    *answer.version_mut() = version;
    *answer.headers_mut() = headers;
    answer
}

fn send_error(error: reqwest::Error) -> TransportError {
    // Its text would tell the URL, which holds the parameters' values.
    let error = error.without_url();
    let (connect, timeout) = (error.is_connect(), error.is_timeout());
    let error = if connect {
        TransportError::not_sent(error)
    } else {
        TransportError::maybe_sent(error)
    };
    if timeout { error.timed_out() } else { error }
}

fn innermost(error: &dyn StdError) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
