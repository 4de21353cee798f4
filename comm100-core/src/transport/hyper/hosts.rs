//! Short names for hosts in the URLs that hyper's pool sees.
//!
//! The pool hashes a request's host three times, byte by byte, and copies it more often. A request of
//! the client has its `Host` among the headers and only its path on the first line, so that the URL's
//! host is a key of the pool and no more.

use std::fmt;
use std::sync::{PoisonError, RwLock};

use http::Uri;
use http::uri::{Authority, Scheme};

/// No host has such a name. More hosts than these keep their own.
const NAMES: [&str; 4] = ["!", "$", "*", "~"];

/// The hosts that have a short name.
#[derive(Default)]
pub(super) struct Hosts(RwLock<Vec<Host>>);

struct Host {
    scheme: Scheme,
    authority: Authority,
    /// `None` for a host behind a proxy, which may read the URL.
    name: Option<Authority>,
}

impl Hosts {
    /// Returns the short name of a host. `is_proxied` is asked once for each host.
    pub(super) fn name(
        &self,
        scheme: &Scheme,
        authority: &Authority,
        is_proxied: impl FnOnce() -> bool,
    ) -> Option<Authority> {
        let find = |hosts: &[Host]| {
            let is_same = |host: &&Host| {
                host.authority.as_str() == authority.as_str() && host.scheme == *scheme
            };
            hosts.iter().find(is_same).map(|host| host.name.clone())
        };
        if let Some(name) = find(&self.0.read().unwrap_or_else(PoisonError::into_inner)) {
            return name;
        }
        let is_proxied = is_proxied();
        let mut hosts = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been faster.
        if let Some(name) = find(&hosts) {
            return name;
        }
        let name = Authority::from_static(NAMES.get(hosts.len())?);
        let name = (!is_proxied).then_some(name);
        hosts.push(Host {
            scheme: scheme.clone(),
            authority: authority.clone(),
            name: name.clone(),
        });
        name
    }

    /// Returns a URL with the host's own name.
    pub(super) fn resolve(&self, uri: Uri) -> Uri {
        let hosts = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let is_named = |host: &&Host| host.name.as_ref() == uri.authority();
        let Some(host) = hosts
            .iter()
            .filter(|host| host.name.is_some())
            .find(is_named)
        else {
            return uri;
        };
        let mut parts = uri.into_parts();
        parts.authority = Some(host.authority.clone());
        Uri::from_parts(parts).unwrap_or_default()
    }
}

impl fmt::Debug for Hosts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Hosts").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(hosts: &Hosts, url: &str, is_proxied: bool) -> Option<String> {
        let parts = Uri::try_from(url).expect("a URL").into_parts();
        let (scheme, authority) = (parts.scheme.expect("one"), parts.authority.expect("one"));
        let name = hosts.name(&scheme, &authority, || is_proxied);
        name.map(|name| name.to_string())
    }

    #[test]
    fn each_host_has_its_name_and_is_found_by_it() {
        let hosts = Hosts::default();
        let urls = [
            "https://api11.comm100.io/v4/",
            "http://127.0.0.1:8080/",
            "https://127.0.0.1:8080/",
        ];
        for _ in 0..2 {
            for url in urls {
                let name = name(&hosts, url, false).expect("a name");
                let original = Uri::try_from(url).expect("a URL");
                let scheme = original.scheme_str().expect("one");
                let short = Uri::try_from(format!("{scheme}://{name}/v4/")).expect("a URL");
                assert_eq!(hosts.resolve(short).authority(), original.authority());
            }
        }
        assert_eq!(name(&hosts, "https://proxied.example/", true), None);
        assert_eq!(name(&hosts, "https://a.fifth.example/", false), None);
        let own = Uri::from_static("https://a.fifth.example/");
        assert_eq!(hosts.resolve(own.clone()), own);
    }
}
