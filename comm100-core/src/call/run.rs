//! One call: its attempts, the waits between them, and the limits of both.

use std::future::Future;
use std::time::Duration;

use futures_core::future::BoxFuture;
use http::{HeaderValue, Method, header};
use tokio::time::Instant;

use crate::client::{Client, Inner};
use crate::error::{Error, Result, Sent};
use crate::observe::{self, CallObserver};
use crate::policy::retry::may_retry;
use crate::request::PreparedCall;
use crate::response::RawResponse;
use crate::transport::Outgoing;

use super::attempt::{Failed, attempt};
use super::limit;

/// A limit of time beyond this is none.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The future of a call; a mistake in encoding is its error.
pub(crate) fn start(
    client: Client,
    plan: Result<PreparedCall>,
) -> BoxFuture<'static, Result<RawResponse>> {
    match plan {
        Ok(plan) => Box::pin(run(client, plan)),
        Err(error) => Box::pin(std::future::ready(Err(error))),
    }
}

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

/// What is known of the attempts so far.
struct CallState {
    deadline: Instant,
    attempts: u32,
    /// The furthest that any attempt got.
    sent: Sent,
}

/// Not generic over the response, so that it is compiled once.
#[expect(
    clippy::manual_async_fn,
    reason = "an `async fn` would keep its arguments twice, and every call is such a future"
)]
fn run(client: Client, mut plan: PreparedCall) -> impl Future<Output = Result<RawResponse>> + Send {
    async move {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(Error::config(
                "a call needs a Tokio runtime; await it inside one, or use `.send_blocking()` (feature `blocking`)".into(),
            ));
        }
        let limit = plan.timeout.unwrap_or(client.inner.settings.timeout);
        let mut course = CallState {
            deadline: Instant::now() + limit.min(LONGEST),
            attempts: 0,
            sent: Sent::No,
        };
        let watch = CallObserver::begin(&client, &plan);
        let outcome = watch.around(attempts(&client, &plan, &mut course)).await;
        let mut outcome = match outcome {
            Ok(mut raw) => {
                raw.attempts = course.attempts;
                raw.target = std::mem::take(&mut plan.encoded.target);
                raw.path_length = plan.encoded.path_length;
                Ok(raw)
            }
            Err(error) => {
                let sent = error.sent().max(course.sent);
                Err(error
                    .at(plan.endpoint)
                    .after_attempts(course.attempts)
                    .reached(sent))
            }
        };
        watch.end(course.attempts, &mut outcome);
        outcome
    }
}

/// Tries until there is an answer, or nothing that another attempt would help.
async fn attempts(
    client: &Client,
    plan: &PreparedCall,
    course: &mut CallState,
) -> Result<RawResponse> {
    let inner = &client.inner;
    let mut last: Option<Error> = None;
    loop {
        // Waiting and counting come before the attempt, and a call that is
        // refused there for its second one tells of what befell the first.
        let permit = match limit::permit(inner, course.deadline).await {
            Ok(permit) => permit,
            Err(error) => return Err(last.unwrap_or(error)),
        };
        let now = Instant::now();
        if now >= course.deadline {
            return Err(last.unwrap_or_else(limit::too_late));
        }
        let sent_at = match limit::quota(inner, course.deadline).await {
            Ok(sent_at) => sent_at,
            Err(error) => return Err(last.unwrap_or(error)),
        };
        course.attempts += 1;
        let until = course.deadline.min(now + inner.settings.attempt_timeout);
        let outcome = attempt(client, plan, until, sent_at).await;
        let failed = match settled(inner, course.attempts, now, outcome) {
            Ok(raw) => return Ok(raw),
            Err(failed) => failed,
        };
        // A call that waits for its next attempt holds up no other.
        drop(permit);
        course.sent = course.sent.max(failed.error.sent());
        last = Some(pause(client, plan, course, failed).await?);
    }
}

/// Counts an attempt that is over. Not in the loop, where every call's future would keep the outcome.
fn settled(
    inner: &Inner,
    number: u32,
    began: Instant,
    outcome: Result<RawResponse, Failed>,
) -> Result<RawResponse, Failed> {
    let seen = outcome.as_ref().map_err(|failed| &failed.error);
    observe::attempted(&inner.counters, number, began, seen);
    if outcome.is_ok() {
        inner.budget.deposit();
    }
    outcome
}

/// Waits for the next attempt, or gives the failure back if there is none.
async fn pause(
    client: &Client,
    plan: &PreparedCall,
    course: &CallState,
    failed: Failed,
) -> Result<Error> {
    let inner = &client.inner;
    let Failed { error, failure } = failed;
    let endpoint = plan.endpoint;
    let is_get = *endpoint.method() == Method::GET;
    let policy = &inner.settings.retry;
    if !may_retry(policy, is_get, endpoint.is_idempotent(), failure) {
        if failure.is_answer() {
            inner.budget.deposit(); // The service is well enough to answer.
        }
        return Err(error);
    }
    if course.attempts >= policy.most_attempts() {
        return Err(error);
    }
    let wait = policy
        .backoff(course.attempts)
        .saturating_add(error.retry_after().unwrap_or_default());
    // An attempt after the deadline helps nobody: the caller learns of the
    // failure now, and of the `Retry-After` that it may wait for.
    let next = Instant::now().checked_add(wait);
    if next.is_none_or(|next| next >= course.deadline) || !inner.budget.withdraw() {
        return Err(error);
    }
    if !wait.is_zero() {
        let slept = inner.quota.time().clock().sleep(wait);
        if tokio::time::timeout_at(course.deadline, slept)
            .await
            .is_err()
        {
            return Err(error);
        }
    }
    Ok(error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Credentials;
    use crate::info::{EndpointInfo, Verb};
    use crate::request::Encoder;

    /// glibc serves up to 1,032 bytes from a cache of the thread; beyond it, taking and giving
    /// back the memory of a call costs ten times as much.
    #[test]
    #[cfg_attr(feature = "tracing", ignore = "a call's span takes room too")]
    fn a_calls_future_is_of_a_size_that_allocators_serve_fast() {
        let client = Client::builder()
            .credentials(Credentials::new("agent@example.com", "key"))
            .build()
            .expect("a client");
        let plan = PreparedCall {
            endpoint: const { &EndpointInfo::new("list", Verb::Get, "livechat/chats") },
            encoded: Encoder::new("/").finish().expect("a request"),
            timeout: None,
        };
        let size = size_of_val(&run(client, plan));
        assert!(size <= 1_032, "{size} bytes");
    }
}
