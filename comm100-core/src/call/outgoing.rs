//! The request of one attempt.

use http::{HeaderValue, Method, header};

use crate::client::Client;
use crate::request::PreparedCall;
use crate::transport::Outgoing;

/// The request of one attempt, as it leaves.
pub(crate) fn outgoing<'a>(client: &'a Client, plan: &'a PreparedCall) -> Outgoing<'a> {
    let encoded = &plan.encoded;
    let common = &client.inner.headers;
    let mut headers = match encoded.content_type {
        Some(content_type) => common.with_body(content_type, encoded.body.len()),
        None => common.plain(),
    };
    for (name, value) in &encoded.headers {
        headers.insert(name.clone(), value.clone());
    }
    // Some servers refuse a write of no announced length (411).
    if encoded.content_type.is_none() && takes_body(plan.endpoint.method()) {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    Outgoing {
        base: client.base(plan.endpoint),
        method: plan.endpoint.method().clone(),
        target: &encoded.target,
        path_length: encoded.path_length,
        headers,
        body: encoded.body.clone(),
    }
}

fn takes_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}
