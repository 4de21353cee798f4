//! The targets of webhooks. The sandbox connects to addresses of loopback alone, and resolves no names.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use http::Uri;

/// A URL on loopback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) address: SocketAddr,
    /// The path and the query.
    pub(super) path: String,
}

impl Target {
    /// Reads a URL, or returns what is wrong with it.
    pub(super) fn parse(url: &str) -> Result<Self, &'static str> {
        let Ok(uri) = url.parse::<Uri>() else {
            return Err("the target is not a URL; register one such as http://127.0.0.1:8080/hook");
        };
        if uri.scheme_str() != Some("http") {
            return Err("the target is not an http URL; the sandbox has no TLS");
        }
        let host = uri.host().unwrap_or_default();
        let address = address(host).ok_or(
            "the target is not on loopback; the sandbox posts to 127.0.0.1, [::1] and localhost only",
        )?;
        let port = port(&uri).ok_or("the port of the target is not a number up to 65535")?;
        Ok(Self {
            address: SocketAddr::new(address, port),
            path: uri
                .path_and_query()
                .map_or_else(|| "/".to_owned(), ToString::to_string),
        })
    }
}

/// Returns the port of a URL. `Uri::port` has none where the number is too large.
fn port(uri: &Uri) -> Option<u16> {
    let authority = uri.authority()?;
    let (_, after_host) = authority.as_str().rsplit_once(authority.host())?;
    match after_host.strip_prefix(':') {
        Some(number) => number.parse().ok(),
        None => Some(80),
    }
}

/// Returns the address of a host, if it is on loopback. A name server could resolve `localhost` to any address, so none is
/// asked.
fn address(host: &str) -> Option<IpAddr> {
    if host.eq_ignore_ascii_case("localhost") {
        return Some(Ipv4Addr::LOCALHOST.into());
    }
    let host = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .unwrap_or(host);
    let address = host.parse::<IpAddr>().ok()?.to_canonical();
    address.is_loopback().then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_on_loopback_are_read() {
        for (url, address, path) in [
            (
                "http://127.0.0.1:8080/hook?a=b",
                "127.0.0.1:8080",
                "/hook?a=b",
            ),
            ("http://127.9.9.9:1", "127.9.9.9:1", "/"),
            ("http://[::1]:8080/", "[::1]:8080", "/"),
            ("http://[::ffff:127.0.0.1]:8080/", "127.0.0.1:8080", "/"),
            ("http://LOCALHOST:3000/hook", "127.0.0.1:3000", "/hook"),
            ("http://localhost/hook", "127.0.0.1:80", "/hook"),
            ("http://example.com@127.0.0.1:1/", "127.0.0.1:1", "/"),
        ] {
            let target = Target::parse(url).expect(url);
            assert_eq!(target.address.to_string(), address, "{url}");
            assert_eq!(target.path, path, "{url}");
        }
    }

    #[test]
    fn other_targets_are_rejected() {
        for url in [
            "",
            "hook",
            "/hook",
            "127.0.0.1:8080",
            "https://127.0.0.1:8080/",
            "ftp://127.0.0.1/",
            "http:///hook",
            "http://example.com/",
            "http://127.0.0.1.example.com/",
            "http://localhost.example.com/",
            "http://localhost./",
            "http://127.0.0.1@example.com/",
            "http://0.0.0.0:8080/",
            "http://[::]:8080/",
            "http://169.254.169.254/latest",
            "http://10.0.0.1/",
            "http://[::ffff:10.0.0.1]/",
            "http://2130706433/",
            "http://127.1/",
            "http://0x7f.0.0.1/",
            "http://127.0.0.1:99999/",
            "http://127.0.0.1:/",
            "http://127.0.0.1\\@example.com/",
        ] {
            assert!(Target::parse(url).is_err(), "{url}");
        }
    }
}
