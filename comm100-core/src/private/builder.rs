//! The functions that every builder calls. They are free: rustc checks a call of one faster than that of an associated
//! function.

use std::fmt;

use super::{
    Bytes, Call, Client, DecoderOf, Duration, Encoder, Endpoint, HeaderName, HeaderValue,
    HttpRequest, RequestOptions, Response, Result,
};

/// Adds a part of the path as it is written in the declaration.
pub fn literal(request: &mut Encoder, text: &'static str) {
    request.literal(text);
}

/// Creates the options of a call, with which a builder begins.
pub fn options<C: AsRef<Client> + ?Sized>(client: &C) -> RequestOptions<'_> {
    RequestOptions::new(client.as_ref())
}

/// Sets the limit of the whole call.
#[inline]
pub fn timeout(options: &mut RequestOptions<'_>, limit: Duration) {
    options.timeout(limit);
}

/// Sets a header of the call.
pub fn header<N, V>(options: &mut RequestOptions<'_>, name: N, value: V)
where
    N: TryInto<HeaderName>,
    V: TryInto<HeaderValue>,
{
    options.header(name, value);
}

/// Encodes the request and returns the call.
pub fn send<E: Endpoint>(options: &RequestOptions<'_>, endpoint: &E) -> Call<E::Response> {
    options.send(endpoint)
}

/// Like [`send`], with the response's status and headers.
pub fn send_with_response<E: Endpoint>(
    options: &RequestOptions<'_>,
    endpoint: &E,
) -> Call<Response<E::Response>> {
    options.send_with_response(endpoint)
}

/// Sends the request and blocks the thread.
///
/// # Errors
///
/// Those of the call, and a `Config` error inside an async runtime.
#[cfg(feature = "blocking")]
pub fn send_blocking<E: Endpoint>(
    options: &RequestOptions<'_>,
    endpoint: &E,
) -> Result<E::Response> {
    options.send_blocking(endpoint)
}

/// Returns the request that would be sent.
///
/// # Errors
///
/// If a parameter cannot be sent.
pub fn request<E: Endpoint>(
    options: &RequestOptions<'_>,
    endpoint: &E,
) -> Result<HttpRequest<Bytes>> {
    options.request(endpoint)
}

/// Writes a builder's `Debug`: its endpoint, never a parameter's value.
///
/// # Errors
///
/// Those of the formatter.
pub fn show<E: Endpoint>(formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let endpoint = E::ENDPOINT;
    write!(formatter, "{}({endpoint})", endpoint.name())
}

/// Returns the decoder of a builder, which is that of its values.
#[must_use]
pub fn decoder<V: Endpoint, E: Endpoint<Response = V::Response>>() -> DecoderOf<E> {
    DecoderOf::new(V::decoder().get())
}
