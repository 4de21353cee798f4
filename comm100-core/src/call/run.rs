//! One call: its attempts, the waits between them, and the deadline of all.

use std::future::Future;

use tokio::time::{Instant, timeout_at};

use super::attempt::{AttemptStart, attempt};
use super::authorized::{obtain, ready};
use super::completed::{CallFuture, CompletedCall};
use super::context::CallContext;
use super::handoff::Acceptance;
use super::state::CallState;
use crate::auth::Authorization;
use crate::client::{Client, Inner};
use crate::error::{Error, ErrorKind, Result, Sent};
use crate::observe::{self, CallObserver, DecodeObserver};
use crate::policy::in_flight::too_late;
use crate::policy::retry::{Attempt, Verdict, may_retry, shows_health};
use crate::policy::settings::LONGEST_TIMEOUT;
use crate::request::{EncodedBody, PreparedCall};
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
        let mut state = CallState {
            deadline: started + limit.min(LONGEST_TIMEOUT),
            attempts: 0,
            retries: 0,
            sent: Sent::No,
            reauthorized: false,
        };
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
        // `context.inner()` is not kept in a variable, which would take room in every call's future.
        let mut last: Option<Error> = None;
        loop {
            // If a retry gets no permit, turn or quota, the previous attempt's error is returned.
            let permit = match context.inner().in_flight.permit(state.deadline).await {
                Ok(permit) => permit,
                Err(error) => return Err(last.unwrap_or(error)),
            };
            if Instant::now() >= state.deadline {
                return Err(last.unwrap_or_else(too_late));
            }
            let authorization = match ready(context.inner()) {
                Some(authorization) => authorization,
                None => match Box::pin(obtain(context.inner(), state.deadline)).await {
                    Ok(authorization) => authorization,
                    // The reason why there is no new token is more useful than the 401 before it.
                    Err(error) => {
                        let before = last.filter(|last| !last.is_unauthorized());
                        return Err(before.unwrap_or(error));
                    }
                },
            };
            if let EncodedBody::Multipart(multipart) = &context.prepared.encoded.body {
                // A file that is gone before a retry does not hide what happened before.
                let opened = timeout_at(state.deadline, Box::pin(multipart.open())).await;
                if let Err(error) = opened.unwrap_or_else(|_| Err(too_late())) {
                    return Err(last.unwrap_or(error));
                }
            }
            let turn = match context.inner().rate_limiter.turn(state.deadline).await {
                Ok(turn) => turn,
                Err(error) => return Err(last.unwrap_or(error)),
            };
            let started = Instant::now();
            let sent_at = match context.inner().quota.count(state.deadline).await {
                Ok(sent_at) => sent_at,
                Err(error) => return Err(last.unwrap_or(error)),
            };
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
            let error = match settled(
                context.inner(),
                &authorization,
                state.attempts,
                started,
                outcome,
            ) {
                Ok(settled) => return Ok(settled),
                Err(error) => error.at(context.prepared.endpoint),
            };
            state.sent = state.sent(&error);
            if !state.reauthorized && is_stale(context.inner(), &error, &authorization) {
                // A 401 did nothing, so that a write may be sent again too.
                state.reauthorized = true;
                last = Some(error);
                continue;
            }
            last = Some(pause(context, state, error).await?);
        }
    }
}

/// Returns true if the service rejected an authorization that a newer one may replace.
fn is_stale(inner: &Inner, error: &Error, used: &Authorization) -> bool {
    error.kind() == ErrorKind::Api && error.is_unauthorized() && inner.authorize().rejected(used)
}

/// Records a finished attempt and its time. Not in the loop, where every call's future would keep the outcome.
fn settled(
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
