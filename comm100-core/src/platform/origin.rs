//! Checked origins and base URLs.

use std::fmt;
use std::net::IpAddr;

use url::Url;

use crate::error::{Error, Result};

/// A checked origin: scheme, host and port. Made by [`Platform`](crate::Platform).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Origin(Url);

/// A checked base URL: an origin and a path. Made by [`Platform::base`](crate::Platform::base).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl(Url);

/// The hosts that may be called over `http`, which sends the credentials unencrypted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Http {
    Loopback,
    AnyHost,
}

impl Origin {
    pub(super) fn parse(text: &str, http: Http) -> Result<Self> {
        let url = parse(text, http)?;
        if url.path() != "/" {
            return Err(unusable(
                "it contains a path; pass one with `Platform::base`",
            ));
        }
        Ok(Self(url))
    }

    /// Returns the origin's URL, with `/` as its path.
    pub(super) fn url(&self) -> &Url {
        &self.0
    }
}

impl BaseUrl {
    pub(super) fn parse(text: &str) -> Result<Self> {
        if !text.contains("://") {
            return Err(unusable(
                "a base URL needs its scheme, as in https://chat.example.com/api/",
            ));
        }
        let mut url = parse(text, Http::Loopback)?;
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Ok(Self(url))
    }

    pub(super) fn url(&self) -> &Url {
        &self.0
    }
}

pub(super) fn unusable(why: &str) -> Error {
    Error::config(format!(
        "the platform cannot be used: {why}; pass a host (euportal.comm100.com) or an origin (https://euportal.comm100.com)"
    ))
}

const UNKNOWN_CHARACTER: &str = "it contains a character that host names do not have";

fn parse(text: &str, http: Http) -> Result<Url> {
    check_text(text)?;
    let url = match text.split_once("://") {
        Some((_, rest)) if rest.starts_with('/') => return Err(unusable("it has no host")),
        Some(_) => Url::parse(text),
        None if text.starts_with('/') => return Err(unusable("it begins with `/`")),
        None => Url::parse(&format!("https://{text}")),
    };
    let url = url.map_err(|error| unusable(&error.to_string()))?;
    check_url(&url, http)?;
    Ok(url)
}

/// Rejects a text that the URL standard would change without an error.
fn check_text(text: &str) -> Result<()> {
    if text.is_empty() {
        return Err(unusable("it is empty"));
    }
    // The URL standard drops tabs and line breaks, reads `\` as `/`, and drops invisible characters
    // of host names.
    if text
        .chars()
        .any(|c| c.is_control() || c.is_whitespace() || c == '\\')
    {
        return Err(unusable(
            "it contains white space, a control character or `\\`",
        ));
    }
    if text.chars().any(|c| !c.is_ascii() && !c.is_alphanumeric()) {
        return Err(unusable(UNKNOWN_CHARACTER));
    }
    let authority = text.split_once("://").map_or(text, |(_, rest)| rest);
    let authority = authority.split('/').next().unwrap_or_default();
    if authority.contains(',') {
        return Err(unusable(
            "it contains `,`; `Platform::split` takes a Control Panel and an API",
        ));
    }
    // The parser drops an empty userinfo, query or fragment, so the text is checked.
    for (character, part) in [
        ('@', "user information"),
        ('?', "a query"),
        ('#', "a fragment"),
    ] {
        if text.contains(character) {
            return Err(unusable(&format!("it contains {part}")));
        }
    }
    if authority
        .chars()
        .any(|c| !c.is_alphanumeric() && !".-_:[]*".contains(c))
    {
        return Err(unusable(UNKNOWN_CHARACTER));
    }
    Ok(())
}

/// Rejects a URL that no request can be sent to, or none safely.
fn check_url(url: &Url, http: Http) -> Result<()> {
    let Some(host) = url.host_str().filter(|host| !host.is_empty()) else {
        return Err(unusable("it has no host"));
    };
    if host.contains('*') {
        return Err(unusable("`*` is not a host"));
    }
    match url.scheme() {
        "https" => {}
        "http" if http == Http::AnyHost || is_loopback(host) => {}
        "http" => {
            return Err(unusable(
                "`http` would send the credentials unencrypted, so only loopback hosts may use it; `Platform::danger_http` accepts others",
            ));
        }
        _ => return Err(unusable("its scheme is not https")),
    }
    if url.port() == Some(0) {
        return Err(unusable("port 0 cannot be connected to"));
    }
    Ok(())
}

/// Returns true if traffic to this host never leaves the machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.as_str())
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
