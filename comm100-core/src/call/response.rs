//! Reads a response: its body up to the size limit, decompressed. Rejects redirects.

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use url::Url;

use crate::error::{Error, ErrorKind, Result};
#[cfg(feature = "gzip")]
use crate::response::compression;
use crate::response::compression::Coding;
use crate::response::{Body, ReadError};

/// Reads the whole body of a success, decoded, at most `cap` bytes.
#[expect(
    clippy::manual_async_fn,
    reason = "an `async fn` would keep its arguments twice, and every call is such a future"
)]
pub(super) fn read_whole<'a>(
    cap: usize,
    status: StatusCode,
    headers: &'a HeaderMap,
    body: &'a mut Body,
) -> impl Future<Output = Result<Bytes>> + Send + 'a {
    async move {
        // The request arrived and was answered, so only the response is lost.
        let failed = |error: Error| error.answered_with(status);
        let too_large = || {
            let text = format!(
                "the response is larger than {cap} bytes; raise `max_response_bytes` or request less"
            );
            failed(Error::new(ErrorKind::TooLarge, text))
        };
        // The bytes stay with the error, whatever the reason.
        let unreadable = |text, body: Bytes| failed(Error::decode(text).with_body(body));
        let body = body.read(cap).await.map_err(|error| match error {
            ReadError::TooLarge => too_large(),
            ReadError::Transport(error) => Error::interrupted(error, status),
        })?;
        match Coding::of(headers) {
            Ok(Coding::Identity) => Ok(body),
            #[cfg(feature = "gzip")]
            Ok(Coding::Gzip) => match Box::pin(compression::gunzip(&body, cap)).await {
                Ok(decoded) => Ok(decoded),
                Err(compression::Broken::TooLarge) => Err(too_large()),
                Err(compression::Broken::Corrupt) => {
                    let text = "the response's gzip is broken; check the servers in between";
                    Err(unreadable(text.into(), body))
                }
            },
            // An empty body needs no decoding.
            Err(_) if body.is_empty() => Ok(body),
            Err(name) => {
                let text = format!(
                    "the response is encoded with `{name}`, which was not accepted; check the servers in between"
                );
                Err(unreadable(text, body))
            }
        }
    }
}

/// Decodes the start of an error's body, as far as that goes.
#[cfg_attr(
    not(feature = "gzip"),
    expect(unused_variables, reason = "nothing to undo")
)]
pub(super) fn decode_start(headers: &HeaderMap, start: Bytes, cap: usize) -> Bytes {
    match Coding::of(headers) {
        #[cfg(feature = "gzip")]
        Ok(Coding::Gzip) => compression::gunzip_start(start, cap),
        _ => start,
    }
}

/// Returns the error of a redirect. Redirects are never followed: the authorization would be sent to any host that the
/// response names.
pub(super) fn redirect(status: StatusCode, headers: &HeaderMap) -> Error {
    let location = headers
        .get(header::LOCATION)
        .and_then(|value| value.to_str().ok())
        .map(sanitized);
    let error = Error::new(
        ErrorKind::Redirect,
        match location {
            Some(location) => format!(
                "the service answered {status} and points to {location}, which is not followed; check the platform"
            ),
            None => format!(
                "the service answered {status}, a redirect, which is not followed; check the platform"
            ),
        },
    );
    error.answered_with(status)
}

/// Returns scheme, host and port of a location. Its path and query may repeat the
/// request's values, its user information a secret.
fn sanitized(location: &str) -> String {
    match Url::parse(location) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => url.origin().ascii_serialization(),
        Ok(url) if url.has_host() => "a URL of another scheme".to_owned(),
        Ok(_) => "a URL without a host".to_owned(),
        Err(_) => match other_host(location) {
            Some(host) => format!("the host {host}"),
            None => "another path".to_owned(),
        },
    }
}

/// Returns the host and port of a location without a scheme, as `//host/path`, if it names them.
fn other_host(location: &str) -> Option<String> {
    let own = Url::parse("https://own.invalid/").ok()?;
    let url = own.join(location).ok()?;
    let host = url
        .host_str()
        .filter(|host| Some(*host) != own.host_str())?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}
