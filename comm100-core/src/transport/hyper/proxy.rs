//! Connections through a proxy.

use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderValue, Uri};
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5, Tunnel};
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tower_service::Service;

use super::authority::{host_and_port, port};
use super::guarded::Guarded;
use super::stream::Stream;
use super::tcp::Tcp;
use crate::error::BoxError;
use crate::transport::proxies::{Proxies as EnvironmentProxies, address, through};
use crate::transport::resolver::resolve;

/// The proxies of the environment, for this transport.
#[derive(Clone)]
pub(super) struct Proxies {
    environment: EnvironmentProxies,
    /// A proxy for plain HTTP wants credentials with each request.
    with_credentials: bool,
}

impl Proxies {
    pub(super) fn from_environment() -> Self {
        let environment = EnvironmentProxies::from_environment();
        let some_host = Uri::from_static("http://comm100.invalid/");
        let proxy = environment.of(&some_host);
        Self {
            with_credentials: proxy.is_some_and(|proxy| proxy.basic_auth().is_some()),
            environment,
        }
    }

    /// Returns the proxy for a URL, if it needs one.
    pub(super) fn of(&self, uri: &Uri) -> Option<Proxy> {
        let intercept = self.environment.of(uri)?;
        Some(Proxy {
            address: address(&intercept)?,
            intercept,
        })
    }

    /// Returns the credentials for the proxy that a request is sent to as it is: one over plain HTTP.
    /// Tunnels carry their own.
    pub(super) fn authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        if !self.with_credentials || uri.scheme_str() != Some("http") {
            return None;
        }
        self.of(uri)?.intercept.basic_auth().cloned()
    }
}

/// One proxy.
pub(super) struct Proxy {
    /// Host and port.
    address: String,
    intercept: Intercept,
}

impl Proxy {
    /// Names the server `target` of a URL, which is reached through this proxy, in errors.
    pub(super) fn named(&self, target: &str, uri: &Uri) -> String {
        through(target, uri, &self.intercept)
    }

    /// Makes a connection to the host of `uri` through this proxy.
    pub(super) async fn connect(
        self,
        mut tcp: Tcp,
        tls: Arc<ClientConfig>,
        uri: Uri,
    ) -> Result<Stream, BoxError> {
        let scheme = self.intercept.uri().scheme_str().unwrap_or_default();
        if scheme.starts_with("socks") {
            let own = Uri::builder()
                .scheme("http")
                .authority(self.address.as_str())
                .path_and_query("/")
                .build()?;
            let connection = tcp.call(own).await?;
            let connection = self.socks(scheme, connection, &uri).await?;
            let connection = over(tls, connection, uri).await?;
            return Ok(Stream::direct(connection));
        }
        let own = self.intercept.uri().clone();
        let connection = HttpsConnector::from((tcp, Arc::clone(&tls)))
            .call(own.clone())
            .await?;
        if uri.scheme_str() != Some("https") {
            return Ok(Stream::forwarded(connection));
        }
        let mut tunnel = Tunnel::new(own, Made(Some(connection)));
        if let Some(authorization) = self.intercept.basic_auth() {
            tunnel = tunnel.with_auth(authorization.clone());
        }
        let connection = tunnel.call(uri.clone()).await?;
        Ok(Stream::tunnelled(over(tls, connection, uri).await?))
    }

    async fn socks(
        &self,
        scheme: &str,
        connection: TokioIo<Guarded>,
        uri: &Uri,
    ) -> Result<TokioIo<Guarded>, BoxError> {
        // hyper-util would hold up the runtime for the lookup.
        let target = match scheme {
            "socks4" | "socks5" => resolved(uri, scheme == "socks4").await?,
            _ => target(&host_and_port(uri))?,
        };
        let own = self.intercept.uri().clone();
        let made = Made(Some(connection));
        if scheme.starts_with("socks4") {
            return Ok(SocksV4::new(own, made).call(target).await?);
        }
        let mut socks = SocksV5::new(own, made);
        if let Some((user, password)) = self.intercept.raw_auth() {
            socks = socks.with_auth(user.to_owned(), password.to_owned());
        }
        Ok(socks.call(target).await?)
    }
}

/// Starts TLS over a connection, if the URL requires it.
async fn over<T>(
    tls: Arc<ClientConfig>,
    connection: T,
    uri: Uri,
) -> Result<MaybeHttpsStream<T>, BoxError>
where
    T: hyper::rt::Read
        + hyper::rt::Write
        + hyper_util::client::legacy::connect::Connection
        + Send
        + Unpin
        + 'static,
{
    HttpsConnector::from((Made(Some(connection)), tls))
        .call(uri)
        .await
}

async fn resolved(uri: &Uri, only_v4: bool) -> Result<Uri, BoxError> {
    let host = uri.host().unwrap_or_default();
    let mut addresses = resolve(host.to_owned()).await?;
    let Some(mut address) = addresses.find(|address| address.is_ipv4() || !only_v4) else {
        return Err("the host has no address that the proxy can use".into());
    };
    SocketAddr::set_port(&mut address, port(uri));
    target(&address.to_string())
}

fn target(authority: &str) -> Result<Uri, BoxError> {
    let uri = Uri::builder().scheme("http").authority(authority);
    Ok(uri.path_and_query("/").build()?)
}

/// A connector of a connection that is made already.
struct Made<T>(Option<T>);

impl<T: Send + 'static> Service<Uri> for Made<T> {
    type Response = T;
    type Error = std::io::Error;
    type Future = std::future::Ready<Result<T, std::io::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), std::io::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        let connection = self.0.take();
        std::future::ready(connection.ok_or_else(|| std::io::ErrorKind::NotConnected.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_for_the_proxy_go_to_no_server() {
        let proxies = Proxies {
            environment: EnvironmentProxies::all("http://me:secret@proxy.invalid"),
            with_credentials: true,
        };
        for (uri, expected) in [
            ("http://portal.comm100.invalid/", true),
            ("https://portal.comm100.invalid/", false),
            ("http://127.0.0.1/", false),
        ] {
            let authorization = proxies.authorization(&Uri::from_static(uri));
            assert_eq!(authorization.is_some(), expected, "{uri}");
        }
    }
}
