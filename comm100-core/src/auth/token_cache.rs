//! The cache of a token: one request for all calls that wait, renewed before its end.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_core::future::BoxFuture;
use tokio::runtime::{self, Handle};
use tokio::sync::watch;
use tokio::time::Instant;

use super::authorize::{Authorization, Authorize, Ready};
use super::backoff::wait_after;
use super::cached_token::CachedToken;
use super::failure::TokenFailure;
use super::fetch::FetchToken;
use super::progress::Progress;
use crate::error::{Error, Result};
use crate::observe;
use crate::policy::clock::Clock;
use crate::policy::retry::RetryPolicy;

/// The time after the rejection of a new token in which a 401 renews none: the account may lack access.
const REJECTED_AGAIN: Duration = Duration::from_secs(60);
/// A longer wait than this, required by the token endpoint, fails at once.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// A token that is shared by all calls, and the request for the next one.
pub(super) struct TokenCache {
    pub(super) source: Box<dyn FetchToken>,
    pub(super) identity: Option<String>,
    pub(super) retry: RetryPolicy,
    pub(super) clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<CachedToken>,
    /// At most one for each runtime.
    renewals: Vec<Renewal>,
    /// The number of the last renewal.
    number: u64,
    /// The last token was rejected: the next one is requested for that reason.
    was_rejected: bool,
    /// Until then, no 401 renews the token.
    rejections_ignored: Option<Instant>,
}

/// A request for a token, which runs as a task: callers that give up do not end it.
struct Renewal {
    number: u64,
    /// A task does not run while its runtime does not: calls on another runtime start their own renewal.
    runtime: runtime::Id,
    progress: watch::Receiver<Progress>,
    /// The latest deadline of the calls that wait; `None` if none ever did.
    awaited_until: Option<Instant>,
}

impl TokenCache {
    pub(super) fn new(
        source: Box<dyn FetchToken>,
        identity: Option<String>,
        retry: RetryPolicy,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            source,
            identity,
            retry,
            clock,
            state: Mutex::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the progress of the renewal on this runtime, which is started if there is none.
    fn renewal(
        self: &Arc<Self>,
        mut state: MutexGuard<'_, State>,
        deadline: Option<Instant>,
    ) -> Option<watch::Receiver<Progress>> {
        let handle = Handle::try_current().ok()?;
        let runtime = handle.id();
        let renewals = &mut state.renewals;
        if let Some(renewal) = renewals.iter_mut().find(|one| one.runtime == runtime) {
            renewal.awaited_until = renewal.awaited_until.max(deadline);
            return Some(renewal.progress.clone());
        }
        let (sender, progress) = watch::channel(Progress::Requesting);
        state.number += 1;
        let number = state.number;
        state.renewals.push(Renewal {
            number,
            runtime,
            progress: progress.clone(),
            awaited_until: deadline,
        });
        let cache = Arc::clone(self);
        let task = RenewalTask {
            cache,
            number,
            sender,
        };
        // A runtime that is shutting down drops the task in `spawn`, and dropping it locks the state.
        drop(state);
        handle.spawn(observe::in_no_span(task.run()));
        Some(progress)
    }
}

impl Authorize for TokenCache {
    fn ready(&self) -> Option<Ready> {
        let state = self.state();
        let token = state.token.as_ref()?;
        let mut is_due = false;
        // A token without an expiry needs no time.
        if token.expires_at.is_some() {
            let now = Instant::now();
            if !token.is_valid(now) {
                return None;
            }
            is_due = token.renew_at.is_some_and(|due| due <= now);
        }
        Some(Ready {
            authorization: Arc::clone(&token.authorization),
            is_due,
        })
    }

    fn renew(self: Arc<Self>) {
        self.renewal(self.state(), None);
    }

    fn obtain(
        self: Arc<Self>,
        deadline: Instant,
    ) -> BoxFuture<'static, Result<Arc<Authorization>>> {
        Box::pin(async move {
            // A renewal that ends without an outcome was ended with its runtime, or by a panic.
            for _ in 0..2 {
                let mut progress = {
                    let state = self.state();
                    if let Some(token) = &state.token
                        && token.is_valid(Instant::now())
                    {
                        return Ok(Arc::clone(&token.authorization));
                    }
                    match self.renewal(state, Some(deadline)) {
                        Some(progress) => progress,
                        None => break,
                    }
                };
                let is_over = |progress: &Progress| progress.outcome(deadline).is_some();
                let outcome = match progress.wait_for(is_over).await {
                    Ok(progress) => progress.outcome(deadline),
                    Err(_) => None,
                };
                if let Some(outcome) = outcome {
                    return outcome.map_err(|failure| failure.error());
                }
            }
            Err(Error::authorization(
                "cannot get a token: the request for it was ended; call again".into(),
            ))
        })
    }

    fn rejected(&self, used: &Authorization, again: bool) -> bool {
        let mut state = self.state();
        let Some(token) = &state.token else {
            return true; // Another call was rejected before.
        };
        if !token.authorization.is_same(used) {
            return true; // A newer one is there.
        }
        let now = Instant::now();
        // An endpoint that rejects all tokens must not renew them at each call, even if other endpoints accept them.
        let is_new = again || token.after_rejection && !used.is_accepted();
        match state.rejections_ignored {
            Some(until) if now < until => return false,
            Some(_) if !again => state.rejections_ignored = None,
            None if !is_new => {}
            _ => {
                state.rejections_ignored = now.checked_add(REJECTED_AGAIN);
                return false;
            }
        }
        state.token = None;
        state.was_rejected = true;
        true
    }

    fn identity(&self) -> Option<&str> {
        self.identity.as_deref()
    }
}

/// The task of a renewal. However it ends, it frees the cache.
struct RenewalTask {
    cache: Arc<TokenCache>,
    number: u64,
    sender: watch::Sender<Progress>,
}

impl RenewalTask {
    async fn run(self) {
        let outcome = self.fetch().await;
        let mut state = self.cache.state();
        let outcome = match outcome {
            Ok(mut token) => {
                token.after_rejection = std::mem::take(&mut state.was_rejected);
                let authorization = Arc::clone(&token.authorization);
                state.token = Some(token);
                Ok(authorization)
            }
            Err(failure) => match &mut state.token {
                Some(token) if token.is_valid(Instant::now()) => {
                    if !token.is_fresh() {
                        token.postpone_renewal();
                    }
                    Ok(Arc::clone(&token.authorization))
                }
                _ => Err(failure),
            },
        };
        self.free(&mut state);
        drop(state);
        // All callers may have gone.
        let _ = self.sender.send(Progress::Done(outcome));
    }

    /// Gets a token: in as many attempts as a call has, and in more while calls wait for it.
    async fn fetch(&self) -> Result<CachedToken, TokenFailure> {
        let cache = &self.cache;
        let mut attempt = 1;
        loop {
            // Measured from before the request: the token may be as old as that.
            let requested_at = Instant::now();
            let failure = match cache.source.fetch().await {
                Ok(token) => return CachedToken::new(&token, requested_at),
                Err(failure) => failure,
            };
            let required_wait = failure.retry_after().unwrap_or_default();
            let most = cache.retry.most_attempts();
            // Waiting for the client's own rate limit is not a retry, so the retry policy does not apply.
            let is_turn = failure.is_rate_limited();
            if !failure.is_passing() || !is_turn && (required_wait > LONGEST_WAIT || most == 1) {
                return Err(failure);
            }
            let wait = wait_after(attempt, &cache.retry).saturating_add(required_wait);
            let Some(next) = Instant::now().checked_add(wait) else {
                return Err(failure);
            };
            if (is_turn || attempt >= most) && !self.is_awaited_at(next) {
                return Err(failure);
            }
            self.sender
                .send_replace(Progress::Retrying(failure.clone(), next));
            if !wait.is_zero() {
                cache.clock.sleep(wait).await;
            }
            // Another runtime may have received a token meanwhile.
            let token_is_there = (cache.state().token.as_ref()).is_some_and(CachedToken::is_fresh);
            if token_is_there {
                return Err(failure);
            }
            attempt += 1;
        }
    }

    /// Returns true if calls wait whose deadline is later than this time.
    fn is_awaited_at(&self, time: Instant) -> bool {
        let state = self.cache.state();
        let mut renewals = state.renewals.iter();
        let renewal = renewals.find(|renewal| renewal.number == self.number);
        let until = renewal.and_then(|renewal| renewal.awaited_until);
        // One receiver is the cache's own.
        self.sender.receiver_count() > 1 && until.is_some_and(|until| time < until)
    }

    fn free(&self, state: &mut State) {
        state
            .renewals
            .retain(|renewal| renewal.number != self.number);
    }
}

impl Drop for RenewalTask {
    fn drop(&mut self) {
        let cache = Arc::clone(&self.cache);
        self.free(&mut cache.state());
    }
}
