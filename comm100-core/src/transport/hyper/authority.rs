//! The host and the port of a URL.

use http::Uri;

/// Returns the port that the URL's scheme has by default.
pub(super) fn default_port(uri: &Uri) -> u16 {
    match uri.scheme_str() {
        Some("https") => 443,
        _ => 80,
    }
}

/// Returns the port of the URL, or its scheme's.
pub(super) fn port(uri: &Uri) -> u16 {
    uri.port_u16().unwrap_or_else(|| default_port(uri))
}

/// Returns the host and the port of the URL, or its scheme's port.
pub(super) fn host_and_port(uri: &Uri) -> String {
    format!("{}:{}", uri.host().unwrap_or_default(), port(uri))
}
