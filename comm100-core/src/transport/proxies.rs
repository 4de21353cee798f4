//! The proxies of the environment: which one a connection goes through.

use std::sync::Arc;

use http::Uri;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use crate::platform::is_loopback;

/// The proxies of the environment: `ALL_PROXY`, `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in
/// capitals or not; with the feature `system-proxy` those of macOS and Windows too. reqwest selects
/// its proxies by the same matcher.
#[derive(Clone)]
pub(super) struct Proxies(Arc<Matcher>);

impl Proxies {
    pub(super) fn from_environment() -> Self {
        Self(Arc::new(Matcher::from_system()))
    }

    /// Returns the proxy for a URL, if it needs one. A proxy cannot reach what listens on this
    /// machine only.
    pub(super) fn of(&self, uri: &Uri) -> Option<Intercept> {
        if uri.host().is_none_or(is_loopback) {
            return None;
        }
        self.0.intercept(uri)
    }
}

/// Returns a proxy's host and port, without its credentials.
pub(super) fn address(proxy: &Intercept) -> Option<String> {
    let port = match proxy.uri().scheme_str() {
        Some("https") => 443,
        Some("socks4" | "socks4a" | "socks5" | "socks5h") => 1080,
        _ => 80,
    };
    let port = proxy.uri().port_u16().unwrap_or(port);
    Some(format!("{}:{port}", proxy.uri().host()?))
}

/// Names a server that is reached through a proxy, in errors.
pub(super) fn through(target: &str, address: &str) -> String {
    format!("{target} through the proxy {address}")
}
