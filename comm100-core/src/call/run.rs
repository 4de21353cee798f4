//! One call: its attempts, the waits between them, and the limits of both.

use std::future::Future;

use http::Method;
use tokio::time::Instant;

use crate::client::{Client, Inner};
use crate::error::{Error, Result, Sent};
use crate::observe::{self, CallObserver, DecodeObserver};
use crate::policy::in_flight::too_late;
use crate::policy::retry::may_retry;
use crate::policy::settings::LONGEST_TIMEOUT;
use crate::request::PreparedCall;
use crate::response::RawResponse;

use super::attempt::attempt;
use super::completed::{CallFuture, CompletedCall};
use super::failed::FailedAttempt;

/// The future of a call; a mistake in encoding is its error.
pub(crate) fn start(client: Client, plan: Result<PreparedCall>) -> CallFuture {
    match plan {
        Ok(plan) => Box::pin(run(client, plan)),
        Err(error) => Box::pin(std::future::ready(Err(error))),
    }
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
fn run(
    client: Client,
    mut plan: PreparedCall,
) -> impl Future<Output = Result<(CompletedCall, DecodeObserver)>> + Send {
    async move {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(Error::config(
                "a call needs a Tokio runtime; await it inside one, or use `.send_blocking()` (feature `blocking`)".into(),
            ));
        }
        let limit = plan.timeout.unwrap_or(client.inner.settings.timeout);
        let mut state = CallState {
            deadline: Instant::now() + limit.min(LONGEST_TIMEOUT),
            attempts: 0,
            sent: Sent::No,
        };
        let observer = CallObserver::start(
            &client.inner.counters,
            plan.endpoint,
            client.base(plan.endpoint),
        );
        let outcome = observer.around(attempts(&client, &plan, &mut state)).await;
        match outcome {
            Ok(raw) => {
                let observer = observer.end(state.attempts, Ok(raw.status));
                let completed = CompletedCall {
                    raw,
                    attempts: state.attempts,
                    target: std::mem::take(&mut plan.encoded.target),
                    path_length: plan.encoded.path_length,
                };
                Ok((completed, observer))
            }
            Err(error) => {
                let sent = error.sent().max(state.sent);
                let error = error
                    .at(plan.endpoint)
                    .after_attempts(state.attempts)
                    .reached(sent);
                observer.end(state.attempts, Err(&error));
                Err(error)
            }
        }
    }
}

/// Tries until there is an answer, or nothing that another attempt would help.
async fn attempts(
    client: &Client,
    plan: &PreparedCall,
    state: &mut CallState,
) -> Result<RawResponse> {
    let inner = &client.inner;
    let mut last: Option<Error> = None;
    loop {
        // If a retry gets no permit or quota, the previous attempt's error is returned.
        let permit = match inner.in_flight.permit(state.deadline).await {
            Ok(permit) => permit,
            Err(error) => return Err(last.unwrap_or(error)),
        };
        let now = Instant::now();
        if now >= state.deadline {
            return Err(last.unwrap_or_else(too_late));
        }
        let sent_at = match inner.quota.count(state.deadline).await {
            Ok(sent_at) => sent_at,
            Err(error) => return Err(last.unwrap_or(error)),
        };
        state.attempts += 1;
        let until = state.deadline.min(now + inner.settings.attempt_timeout);
        let outcome = attempt(client, plan, until, sent_at).await;
        let failed = match settled(inner, state.attempts, now, outcome) {
            Ok(raw) => return Ok(raw),
            Err(failed) => failed,
        };
        // A call that waits for its next attempt holds up no other.
        drop(permit);
        state.sent = state.sent.max(failed.error.sent());
        last = Some(pause(client, plan, state, failed).await?);
    }
}

/// Counts an attempt that is over. Not in the loop, where every call's future would keep the outcome.
fn settled(
    inner: &Inner,
    number: u32,
    began: Instant,
    outcome: Result<RawResponse, FailedAttempt>,
) -> Result<RawResponse, FailedAttempt> {
    let observed = match &outcome {
        Ok(raw) => Ok(raw.status),
        Err(failed) => Err(&failed.error),
    };
    observe::attempted(&inner.counters, number, began, observed);
    if outcome.is_ok() {
        inner.budget.deposit();
    }
    outcome
}

/// Waits for the next attempt, or gives the failure back if there is none.
async fn pause(
    client: &Client,
    plan: &PreparedCall,
    state: &CallState,
    failed: FailedAttempt,
) -> Result<Error> {
    let inner = &client.inner;
    let FailedAttempt { error, failure } = failed;
    let endpoint = plan.endpoint;
    let is_get = *endpoint.method() == Method::GET;
    let policy = &inner.settings.retry;
    if !may_retry(policy, is_get, endpoint.is_idempotent(), failure) {
        if failure.is_answer() {
            inner.budget.deposit(); // The service is well enough to answer.
        }
        return Err(error);
    }
    if state.attempts >= policy.most_attempts() {
        return Err(error);
    }
    let wait = policy
        .backoff(state.attempts)
        .saturating_add(error.retry_after().unwrap_or_default());
    // An attempt after the deadline helps nobody: the caller learns of the
    // failure now, and of the `Retry-After` that it may wait for.
    let next = Instant::now().checked_add(wait);
    if next.is_none_or(|next| next >= state.deadline) || !inner.budget.withdraw() {
        return Err(error);
    }
    if !wait.is_zero() {
        let slept = inner.clock.sleep(wait);
        if tokio::time::timeout_at(state.deadline, slept)
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
