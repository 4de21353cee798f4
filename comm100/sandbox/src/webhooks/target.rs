//! The targets of webhooks. The sandbox connects to addresses of loopback alone, and resolves no names.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use http::Uri;

/// A URL on loopback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The addresses, in the order in which they are tried.
    pub(super) addresses: Vec<SocketAddr>,
    /// The host and the port, as the URL has them.
    pub(super) authority: String,
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
        let addresses = addresses(host);
        if addresses.is_empty() {
            return Err(
                "the target is not on loopback; the sandbox posts to 127.0.0.1, [::1] and localhost only",
            );
        }
        let port = port(&uri).ok_or("the port of the target is not a number up to 65535")?;
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        let after_user = authority.rsplit('@').next().unwrap_or_default();
        Ok(Self {
            addresses: addresses
                .into_iter()
                .map(|address| SocketAddr::new(address, port))
                .collect(),
            authority: after_user.to_owned(),
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

/// Returns the addresses of a host; none if it is not on loopback. A name server could resolve `localhost` to any address,
/// so none is asked. Servers listen on either address of `localhost`, or on both.
fn addresses(host: &str) -> Vec<IpAddr> {
    if host.eq_ignore_ascii_case("localhost") {
        return vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    }
    let host = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .unwrap_or(host);
    let address = host
        .parse::<IpAddr>()
        .ok()
        .map(|address| address.to_canonical());
    address.into_iter().filter(IpAddr::is_loopback).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_on_loopback_are_read() {
        let localhost = ["127.0.0.1:3000", "[::1]:3000"];
        let cases: [(_, &[&str], _, _); 7] = [
            (
                "http://127.0.0.1:8080/hook?a=b",
                &["127.0.0.1:8080"],
                "127.0.0.1:8080",
                "/hook?a=b",
            ),
            ("http://127.9.9.9", &["127.9.9.9:80"], "127.9.9.9", "/"),
            ("http://[::1]:8080/", &["[::1]:8080"], "[::1]:8080", "/"),
            (
                "http://[::ffff:127.0.0.1]:1/",
                &["127.0.0.1:1"],
                "[::ffff:127.0.0.1]:1",
                "/",
            ),
            ("http://LOCALHOST:3000/", &localhost, "LOCALHOST:3000", "/"),
            ("http://localhost:3000", &localhost, "localhost:3000", "/"),
            (
                "http://example.com@127.0.0.1:1/",
                &["127.0.0.1:1"],
                "127.0.0.1:1",
                "/",
            ),
        ];
        for (url, addresses, authority, path) in cases {
            let target = Target::parse(url).expect(url);
            let found: Vec<_> = target.addresses.iter().map(ToString::to_string).collect();
            assert_eq!(found, addresses, "{url}");
            assert_eq!(
                (&*target.authority, &*target.path),
                (authority, path),
                "{url}"
            );
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
