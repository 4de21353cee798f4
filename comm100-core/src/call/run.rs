//! One call: its attempts, the waits between them, and the deadline of all.

use std::future::Future;
use std::sync::Arc;

use tokio::time::{Instant, timeout_at};

use super::attempt::{AttemptStart, attempt};
use super::authorization::{obtain, ready};
use super::completed::{CallFuture, CompletedCall};
use super::context::CallContext;
use super::handoff::Acceptance;
use super::state::CallState;
use crate::auth::Authorization;
use crate::client::{Client, Inner};
use crate::error::{Error, ErrorKind, Result};
use crate::observe::{self, CallObserver, DecodeObserver};
use crate::policy::in_flight::too_late;
use crate::policy::retry::{Attempt, Verdict, may_retry, shows_health};
use crate::policy::settings::LONGEST_TIMEOUT;
use crate::request::{EncodedBody, Multipart, PreparedCall};
use crate::response::{RawResponse, ResponseBody};

/// Returns the future of a call; a mistake in encoding is its error.
pub(crate) fn start(
    client: Client,
    prepared: Result<PreparedCall>,
    acceptance: Acceptance,
) -> CallFuture {
    match prepared {
        Ok(prepared) => Box::pin(run(CallContext {
            client,
            prepared,
            acceptance,
        })),
        Err(error) => Box::pin(std::future::ready(Err(error))),
    }
}

/// Not generic over the response, so that it is compiled once.
#[expect(
    clippy::manual_async_fn,
    reason = "an `async fn` would keep its arguments twice, and every call is such a future"
)]
fn run(
    mut context: CallContext,
) -> impl Future<Output = Result<(CompletedCall, DecodeObserver)>> + Send {
    async move {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(Error::config(
                "a call needs a Tokio runtime; await it inside one, or use `.send_blocking()` (feature `blocking`)".into(),
            ));
        }
        let limit = context.prepared.timeout;
        let limit = limit.unwrap_or(context.inner().settings.timeout);
        let started = Instant::now();
        let mut state = CallState::new(started + limit.min(LONGEST_TIMEOUT));
        let observer = CallObserver::start(
            &context.client.inner.counters,
            context.prepared.endpoint,
            context.client.base_of(&context.prepared),
            started,
        );
        let outcome = observer.around(attempts(&context, &mut state)).await;
        match outcome {
            Ok((raw, ended)) => {
                if let (ResponseBody::Download(download), Some(_)) =
                    (&raw.body, context.prepared.timeout)
                {
                    download.set_deadline(state.deadline);
                }
                let observer = observer.end(ended, state.attempts, Ok(raw.status));
                let completed = CompletedCall {
                    raw,
                    attempts: state.attempts,
                    path_length: context.prepared.encoded.path_length,
                    target: std::mem::take(&mut context.prepared.encoded.target),
                };
                Ok((completed, observer))
            }
            Err(error) => {
                let sent = state.sent(&error);
                let error = error
                    .at(context.prepared.endpoint)
                    .after_attempts(state.attempts)
                    .reached(sent);
                observer.end(Instant::now(), state.attempts, Err(&error));
                Err(error)
            }
        }
    }
}

/// Makes attempts until there is a response, with the time when it came, or a failure that no other attempt may follow.
#[expect(
    clippy::manual_async_fn,
    reason = "an `async fn` would keep its arguments twice"
)]
fn attempts(
    context: &CallContext,
    state: &mut CallState,
) -> impl Future<Output = Result<(RawResponse, Instant)>> + Send {
    async move {
        loop {
            // `context.inner()` is not kept in a variable, which would take room in every call's future.
            let permit = context.inner().in_flight.permit(state.deadline).await;
            let permit = permit.map_err(|error| state.cause(error))?;
            if Instant::now() >= state.deadline {
                return Err(state.cause(too_late()));
            }
            let authorization = match ready(context.inner()) {
                Some(authorization) => authorization,
                None => Box::pin(wait_for_token(context, state)).await?,
            };
            if let EncodedBody::Multipart(multipart) = &context.prepared.encoded.body {
                Box::pin(open_files(multipart, state)).await?;
            }
            let turn = context.inner().rate_limiter.turn(state.deadline).await;
            let turn = turn.map_err(|error| state.cause(error))?;
            let started = Instant::now();
            let sent_at = context.inner().quota.count(state.deadline).await;
            let sent_at = sent_at.map_err(|error| state.cause(error))?;
            turn.take();
            state.attempts += 1;
            let start = AttemptStart {
                permit,
                sent_at,
                until: state
                    .deadline
                    .min(started + context.inner().settings.attempt_timeout),
                number: state.attempts,
            };
            let outcome = attempt(context, &authorization, start).await;
            let outcome = record(
                context.inner(),
                &authorization,
                state.attempts,
                started,
                outcome,
            );
            let error = match outcome {
                Ok(response) => return Ok(response),
                Err(error) => error.at(context.prepared.endpoint),
            };
            state.sent = state.sent(&error);
            if is_stale(context.inner(), &error, &authorization, state.reauthorized) {
                // A 401 did nothing, so that a write may be sent again too.
                state.reauthorized = true;
                state.last_error = Some(error);
                continue;
            }
            state.last_error = Some(pause(context, state, error).await?);
        }
    }
}

/// Waits for an authorization that is not ready: a new token.
async fn wait_for_token(
    context: &CallContext,
    state: &mut CallState,
) -> Result<Arc<Authorization>> {
    let obtained = obtain(context.inner(), state.deadline).await;
    obtained.map_err(|error| state.cause_without_token(error))
}

/// Opens the files of a form. One that is gone before a retry does not hide what happened before.
async fn open_files(multipart: &Multipart, state: &mut CallState) -> Result<()> {
    let opened = timeout_at(state.deadline, multipart.open()).await;
    let opened = opened.unwrap_or_else(|_| Err(too_late()));
    opened.map_err(|error| state.cause(error))
}

/// Returns true if the service rejected an authorization that a newer one may replace, once for each call. `again` is true
/// if it rejected an earlier one of the call too.
fn is_stale(inner: &Inner, error: &Error, used: &Authorization, again: bool) -> bool {
    let rejected = error.kind() == ErrorKind::Api && error.is_unauthorized();
    rejected && inner.authorize().rejected(used, again) && !again
}

/// Records a finished attempt and its time. Not in the loop, where every call's future would keep the outcome.
fn record(
    inner: &Inner,
    authorization: &Authorization,
    number: u32,
    started: Instant,
    outcome: Result<RawResponse>,
) -> Result<(RawResponse, Instant)> {
    let ended = Instant::now();
    let observed = outcome.as_ref().map(|raw| raw.status);
    observe::attempted(&inner.counters, number, ended - started, observed);
    let is_known = match &outcome {
        Ok(_) => true,
        // A proxy that cannot reach the service also answers with 5xx.
        Err(error) => {
            !error.is_unauthorized()
                && error
                    .status()
                    .is_some_and(|status| !status.is_server_error())
        }
    };
    if is_known {
        authorization.accept();
    }
    match &outcome {
        Ok(_) => inner.budget.deposit(),
        Err(error) if shows_health(error) => inner.budget.deposit(),
        Err(_) => {}
    }
    outcome.map(|raw| (raw, ended))
}

/// Waits for the next attempt, or returns the failure if there is none.
async fn pause(context: &CallContext, state: &mut CallState, error: Error) -> Result<Error> {
    let inner = context.inner();
    let policy = &inner.settings.retry;
    let attempt = Attempt::new(context.prepared.endpoint, &error, state.attempts);
    if may_retry(policy, attempt) == Verdict::Stop || state.retries + 1 >= policy.most_attempts() {
        return Err(error);
    }
    state.retries += 1;
    let wait = policy
        .backoff(state.retries)
        .saturating_add(error.retry_after().unwrap_or_default());
    // An attempt after the deadline is useless: the caller gets the failure now, with the
    // `Retry-After` to wait for.
    let next = Instant::now().checked_add(wait);
    if next.is_none_or(|next| next >= state.deadline) || !inner.budget.withdraw() {
        return Err(error);
    }
    if !wait.is_zero() {
        let slept = inner.clock.sleep(wait);
        if timeout_at(state.deadline, slept).await.is_err() {
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

    /// glibc serves up to 1,032 bytes from a cache of the thread; beyond it, allocating and freeing
    /// the memory of a call costs ten times as much.
    #[test]
    #[cfg_attr(feature = "tracing", ignore = "a call's span takes room too")]
    fn a_calls_future_is_of_a_size_that_allocators_serve_fast() {
        let client = Client::builder()
            .credentials(Credentials::new("agent@example.com", "key"))
            .build()
            .expect("a client");
        let prepared = PreparedCall {
            endpoint: const { &EndpointInfo::new("list", Verb::Get, "livechat/chats", &[]) },
            encoded: Encoder::new("/").finish(0).expect("a request"),
            timeout: None,
        };
        let size = size_of_val(&run(CallContext {
            client,
            prepared,
            acceptance: Acceptance::Any,
        }));
        assert!(size <= 1_032, "{size} bytes");
    }
}
