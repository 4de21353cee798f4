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

    /// The same proxy for all servers.
    #[cfg(test)]
    pub(super) fn all(proxy: &str) -> Self {
        Self(Arc::new(Matcher::builder().all(proxy).build()))
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

/// Names a server that is reached through a proxy, in errors: with the proxy's address, and the variable that
/// sets it.
pub(super) fn through(target: &str, uri: &Uri, proxy: &Intercept) -> String {
    match (address(proxy), variable(uri, proxy)) {
        (Some(address), Some(variable)) => {
            format!("{target} through the proxy {address} of {variable}")
        }
        (Some(address), None) => format!("{target} through the proxy {address}"),
        (None, _) => target.to_owned(),
    }
}

/// Returns the environment variable that sets a proxy; none if the system does.
fn variable(uri: &Uri, proxy: &Intercept) -> Option<&'static str> {
    let of_scheme = match uri.scheme_str() {
        Some("https") => ["HTTPS_PROXY", "https_proxy"],
        _ => ["HTTP_PROXY", "http_proxy"],
    };
    // As the matcher reads them: in capitals first, and `ALL_PROXY` where the scheme's own has no proxy.
    let mut variables = [of_scheme, ["ALL_PROXY", "all_proxy"]].into_iter();
    variables.find_map(|names| {
        let mut set = names
            .into_iter()
            .filter_map(|name| Some((name, std::env::var(name).ok()?)));
        let (name, value) = set.next()?;
        let set = Matcher::builder().all(value).build().intercept(uri)?;
        (set.uri() == proxy.uri()).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_of_a_proxy_is_that_of_its_scheme() {
        for (proxy, expected) in [
            ("http://proxy.invalid", "proxy.invalid:80"),
            ("proxy.invalid", "proxy.invalid:80"),
            ("https://proxy.invalid", "proxy.invalid:443"),
            ("socks4a://proxy.invalid", "proxy.invalid:1080"),
            ("socks5h://me:secret@proxy.invalid", "proxy.invalid:1080"),
            ("socks5://proxy.invalid:3128", "proxy.invalid:3128"),
        ] {
            let uri = Uri::from_static("https://portal.comm100.invalid/");
            let intercept = Proxies::all(proxy).of(&uri).expect(proxy);
            assert_eq!(address(&intercept).as_deref(), Some(expected));
        }
    }
}
