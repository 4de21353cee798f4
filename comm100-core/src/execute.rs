//! One call: its attempts, their limits, and what their outcomes mean.

use std::time::Duration;

use futures_core::future::BoxFuture;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use tokio::time::{Instant, timeout_at};

use crate::body::{Body, ReadError};
use crate::client::Client;
use crate::compression::{self, Coding};
use crate::decode::Raw;
use crate::draft::Plan;
use crate::error::{ApiError, Error, ErrorKind, Result, Sent};
use crate::wire::Outgoing;

/// What is kept of an error's body; the rest is not read.
const ERROR_BODY_CAP: usize = 64 * 1024;

/// The future of a call; a mistake in encoding is its error.
pub(crate) fn start(client: Client, plan: Result<Plan>) -> BoxFuture<'static, Result<Raw>> {
    match plan {
        Ok(plan) => Box::pin(run(client, plan)),
        Err(error) => Box::pin(std::future::ready(Err(error))),
    }
}

/// The request of one attempt, as it leaves.
pub(crate) fn outgoing<'a>(client: &'a Client, plan: &'a Plan) -> Outgoing<'a> {
    let encoded = &plan.encoded;
    let mut headers = HeaderMap::with_capacity(8 + encoded.headers.len());
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(header::ACCEPT_ENCODING, compression::accepted());
    headers.insert(header::USER_AGENT, client.inner.user_agent.clone());
    for (name, value) in &encoded.headers {
        headers.insert(name.clone(), value.clone());
    }
    headers.insert(header::AUTHORIZATION, client.authorization());
    // Some servers refuse a write of no announced length (411).
    if encoded.body.is_empty() && takes_body(plan.endpoint.method()) {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    Outgoing {
        base: client.base(&plan.endpoint),
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

async fn run(client: Client, plan: Plan) -> Result<Raw> {
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(Error::config(
            "a call needs a Tokio runtime; await it inside one, or use `.send_blocking()` (feature `blocking`)".into(),
        ));
    }
    let settings = &client.inner.settings;
    let limit = plan.timeout.unwrap_or(settings.timeout);
    let deadline = Instant::now() + limit.min(Duration::from_secs(24 * 60 * 60));
    let attempt_deadline = deadline.min(Instant::now() + settings.attempt_timeout);
    let attempt = timeout_at(attempt_deadline, attempt(&client, &plan));
    let outcome = attempt.await.unwrap_or_else(|_| {
        let mut error = Error::new(
            ErrorKind::Timeout,
            "the limit of time passed before the answer was whole; whether the service acted is not known".into(),
        );
        error.inner_mut().sent = Sent::Maybe;
        Err(error)
    });
    outcome.map_err(|mut error| {
        let inner = error.inner_mut();
        inner.endpoint = Some(plan.endpoint);
        inner.attempts = 1;
        error
    })
}

async fn attempt(client: &Client, plan: &Plan) -> Result<Raw> {
    let response = client
        .inner
        .wire
        .send(outgoing(client, plan))
        .await
        .map_err(Error::transport)?;
    let (head, body) = response.into_parts();
    let (status, headers) = (head.status, head.headers);
    if status.is_success() {
        let body = read_whole(client, status, &headers, body).await?;
        return Ok(Raw {
            status,
            headers,
            body,
            attempts: 1,
            path: plan.encoded.target[..plan.encoded.path_length].to_owned(),
        });
    }
    if status.is_redirection() {
        return Err(redirect(status, &headers));
    }
    let body = read_error(&headers, body).await;
    Err(Error::refused(ApiError::decode(status, &body), body))
}

async fn read_whole(
    client: &Client,
    status: StatusCode,
    headers: &HeaderMap,
    body: Body,
) -> Result<bytes::Bytes> {
    let cap = client.inner.settings.max_response_bytes;
    let answered = |mut error: Error| {
        let inner = error.inner_mut();
        inner.status = Some(status);
        inner.sent = Sent::Yes;
        error
    };
    let too_large = || {
        answered(Error::new(
            ErrorKind::TooLarge,
            format!(
                "the response is larger than {cap} bytes; raise `max_response_bytes` or ask for less"
            ),
        ))
    };
    let coding =
        Coding::of(headers).map_err(|text| answered(Error::new(ErrorKind::Decode, text)))?;
    let body = body.read(cap).await.map_err(|error| match error {
        ReadError::TooLarge => too_large(),
        // The request arrived and was answered, so only the answer is lost.
        ReadError::Transport(error) => answered(Error::transport(error)),
    })?;
    match coding {
        Coding::Identity => Ok(body),
        #[cfg(feature = "gzip")]
        Coding::Gzip => compression::gunzip(&body, cap).map_err(|error| match error {
            compression::Broken::TooLarge => too_large(),
            compression::Broken::Corrupt => answered(Error::new(
                ErrorKind::Decode,
                "the response's gzip coding is broken".into(),
            )),
        }),
    }
}

/// As much of an error's body as is kept, decoded as far as that goes.
async fn read_error(headers: &HeaderMap, body: Body) -> bytes::Bytes {
    let start = body.read_start(ERROR_BODY_CAP).await;
    match Coding::of(headers) {
        #[cfg(feature = "gzip")]
        Ok(Coding::Gzip) => compression::gunzip_start(&start, ERROR_BODY_CAP),
        _ => start,
    }
}

/// Never followed: the authorization would go to where the answer says.
fn redirect(status: StatusCode, headers: &HeaderMap) -> Error {
    let location = headers
        .get(header::LOCATION)
        .and_then(|value| value.to_str().ok())
        .map(sanitized);
    let mut error = Error::new(
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
    let inner = error.inner_mut();
    inner.status = Some(status);
    inner.sent = Sent::Yes;
    error
}

/// Scheme, host and port of a location. Its path and query may repeat the
/// request's values, its user information a secret.
fn sanitized(location: &str) -> String {
    match url::Url::parse(location) {
        Ok(url) if url.has_host() => url.origin().ascii_serialization(),
        Ok(_) => "a URL without a host".to_owned(),
        Err(_) => "another path".to_owned(),
    }
}
