//! The request of one attempt.

use std::borrow::Cow;

use http::{HeaderValue, Method, header};

use crate::auth::Authorization;
use crate::client::{Client, CommonHeaders, QueryPair, append};
use crate::media_type::{FORM, JSON};
use crate::request::{EncodedBody, PreparedCall, RequestBody};
use crate::transport::Outgoing;

/// Returns the request of one attempt. Without an authorization (while there is no token yet), the
/// request is for display only.
pub(crate) fn outgoing<'a>(
    client: &'a Client,
    prepared: &'a PreparedCall,
    authorization: Option<&Authorization>,
) -> Outgoing<'a> {
    let encoded = &prepared.encoded;
    let common = &client.inner.headers;
    let (body, content_type) = match &encoded.body {
        EncodedBody::Bytes(bytes) => {
            let content_type = encoded.content_type.map(content_type);
            (RequestBody::from(bytes.clone()), content_type)
        }
        EncodedBody::Multipart(multipart) => {
            let content_type = multipart.content_type();
            let body = RequestBody::multipart(multipart.take_opened());
            (body, Some(content_type))
        }
    };
    let has_body = content_type.is_some();
    let mut headers = match content_type {
        Some(content_type) => common.with_body(content_type, body.length()),
        None => common.plain(),
    };
    match authorization {
        Some(authorization) => {
            CommonHeaders::authorize(&mut headers, authorization.header.clone());
        }
        None => {
            headers.remove(header::AUTHORIZATION);
        }
    }
    if prepared.endpoint.is_for_panel()
        && let Some(host) = client.inner.panel_host()
    {
        headers.insert(header::HOST, host.clone());
    }
    for (name, value) in &encoded.headers {
        headers.insert(name.clone(), value.clone());
    }
    // Some servers refuse a write of no announced length (411).
    if !has_body && takes_body(prepared.endpoint.method()) {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    // A URL from the service may be signed, so nothing is appended.
    let target = if prepared.endpoint.has_given_url() {
        Cow::Borrowed(encoded.target.as_str())
    } else {
        target(&encoded.target, &client.inner.default_query, authorization)
    };
    Outgoing {
        base: client.base_of(prepared),
        method: prepared.endpoint.method().clone(),
        target,
        path_length: encoded.path_length,
        headers,
        body,
    }
}

/// Returns the value of `Content-Type`. The usual ones are checked when this is compiled.
fn content_type(text: &'static str) -> HeaderValue {
    const JSON_VALUE: HeaderValue = HeaderValue::from_static(JSON);
    const FORM_VALUE: HeaderValue = HeaderValue::from_static(FORM);
    match text {
        JSON => JSON_VALUE,
        FORM => FORM_VALUE,
        other => HeaderValue::from_static(other),
    }
}

/// Appends the client's default query and the authorization's part of it. A call's own key wins.
fn target<'a>(
    encoded: &'a str,
    defaults: &[QueryPair],
    authorization: Option<&Authorization>,
) -> Cow<'a, str> {
    let pair = authorization.and_then(|authorization| authorization.query.as_deref());
    if defaults.is_empty() && pair.is_none() {
        return Cow::Borrowed(encoded);
    }
    let mut target = encoded.to_owned();
    for pair in defaults {
        pair.append_to(&mut target);
    }
    if let Some(pair) = pair {
        append(
            pair.split('=').next().unwrap_or_default(),
            pair,
            &mut target,
        );
    }
    Cow::Owned(target)
}

fn takes_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}
