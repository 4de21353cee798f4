//! The cache of a token: one request for all calls that wait, renewed before its end.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_core::future::BoxFuture;
use secrecy::ExposeSecret;
use tokio::runtime::{self, Handle};
use tokio::sync::watch;
use tokio::time::Instant;

use super::access_token::AccessToken;
use super::authorize::{Authorization, Authorize, Ready};
use super::check;
use super::failure::TokenFailure;
use super::fetch::FetchToken;
use super::fixed::bearer;
use crate::error::{Error, Result};
use crate::observe;
use crate::policy::clock::Clock;
use crate::policy::retry::RetryPolicy;

/// The part of its life after which a token is renewed.
const RENEW_AFTER: f64 = 0.9;
/// For so long after a new token was rejected too, a 401 renews none: the account may lack access.
const REJECTED_AGAIN: Duration = Duration::from_secs(60);
/// A longer wait than this, requested by the token endpoint, fails at once.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

type Outcome = Result<Arc<Authorization>, TokenFailure>;

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
    renewal: Option<Renewal>,
    renewals: u64,
    /// The last token was rejected: the next one is asked for because of that.
    was_rejected: bool,
    /// Until then, no 401 renews the token.
    rejections_ignored: Option<Instant>,
}

struct CachedToken {
    authorization: Arc<Authorization>,
    renew_at: Option<Instant>,
    expires_at: Option<Instant>,
    /// The token before this one was rejected.
    after_rejection: bool,
}

/// A request for a token, which runs as a task: callers that give up do not end it.
struct Renewal {
    number: u64,
    /// A task does not run while its runtime does not: calls on another one ask by themselves.
    runtime: runtime::Id,
    outcome: watch::Receiver<Option<Outcome>>,
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

    /// Returns the outcome of the renewal on this runtime, which is started if there is none.
    fn renewal(self: &Arc<Self>, state: &mut State) -> Option<watch::Receiver<Option<Outcome>>> {
        let handle = Handle::try_current().ok()?;
        if let Some(renewal) = &state.renewal
            && renewal.runtime == handle.id()
        {
            return Some(renewal.outcome.clone());
        }
        let (sender, outcome) = watch::channel(None);
        state.renewals += 1;
        state.renewal = Some(Renewal {
            number: state.renewals,
            runtime: handle.id(),
            outcome: outcome.clone(),
        });
        let task = RenewalTask {
            cache: Arc::clone(self),
            number: state.renewals,
            sender,
        };
        handle.spawn(observe::in_this_span(task.run()));
        Some(outcome)
    }

    /// Gets a token, in as many attempts as a call has.
    async fn fetch(&self) -> Result<CachedToken, TokenFailure> {
        let mut attempt = 1;
        loop {
            // Measured from before the request: the token may be as old as that.
            let asked = Instant::now();
            let failure = match self.source.fetch().await {
                Ok(token) => return cached(&token, asked),
                Err(failure) => failure,
            };
            let asked_wait = failure.retry_after().unwrap_or_default();
            if !failure.is_passing()
                || attempt >= self.retry.most_attempts()
                || asked_wait > LONGEST_WAIT
            {
                return Err(failure);
            }
            let wait = self.retry.backoff(attempt).saturating_add(asked_wait);
            if !wait.is_zero() {
                self.clock.sleep(wait).await;
            }
            attempt += 1;
        }
    }
}

fn cached(token: &AccessToken, asked: Instant) -> Result<CachedToken, TokenFailure> {
    check::secret(token.secret.expose_secret(), "token")
        .map_err(|text| TokenFailure::invalid(&text))?;
    let header = bearer(&token.secret)
        .map_err(|_| TokenFailure::invalid("the token cannot form a header"))?;
    let after = |life: Duration| asked.checked_add(life);
    Ok(CachedToken {
        authorization: Arc::new(Authorization::new(header, None)),
        renew_at: (token.expires_in).and_then(|life| after(life.mul_f64(RENEW_AFTER))),
        expires_at: token.expires_in.and_then(after),
        after_rejection: false,
    })
}

impl CachedToken {
    fn is_valid(&self, now: Instant) -> bool {
        self.expires_at.is_none_or(|end| now < end)
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
        let mut state = self.state();
        self.renewal(&mut state);
    }

    fn obtain(self: Arc<Self>) -> BoxFuture<'static, Result<Arc<Authorization>>> {
        Box::pin(async move {
            // A renewal that ends without an outcome was ended with its runtime, or by a panic.
            for _ in 0..2 {
                let mut outcome = {
                    let mut state = self.state();
                    if let Some(token) = &state.token
                        && token.is_valid(Instant::now())
                    {
                        return Ok(Arc::clone(&token.authorization));
                    }
                    match self.renewal(&mut state) {
                        Some(outcome) => outcome,
                        None => break,
                    }
                };
                let outcome = match outcome.wait_for(Option::is_some).await {
                    Ok(outcome) => outcome.clone(),
                    Err(_) => None,
                };
                if let Some(outcome) = outcome {
                    return outcome.map_err(|failure| failure.error());
                }
            }
            Err(Error::authorization(
                "cannot get a token: the request for it was ended".into(),
            ))
        })
    }

    fn rejected(&self, used: &Authorization) -> bool {
        let mut state = self.state();
        let Some(token) = &state.token else {
            return true; // Another call was rejected before.
        };
        if !token.authorization.is_same(used) {
            return true; // A newer one is there.
        }
        let now = Instant::now();
        match state.rejections_ignored {
            Some(until) if now < until => return false,
            Some(_) => state.rejections_ignored = None,
            None if token.after_rejection && !used.is_accepted() => {
                state.rejections_ignored = now.checked_add(REJECTED_AGAIN);
                return false;
            }
            None => {}
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
    sender: watch::Sender<Option<Outcome>>,
}

impl RenewalTask {
    async fn run(self) {
        let outcome = self.cache.fetch().await;
        let mut state = self.cache.state();
        let outcome = match outcome {
            Ok(mut token) => {
                token.after_rejection = std::mem::take(&mut state.was_rejected);
                let authorization = Arc::clone(&token.authorization);
                state.token = Some(token);
                Ok(authorization)
            }
            Err(failure) => {
                postpone(&mut state);
                Err(failure)
            }
        };
        self.free(&mut state);
        drop(state);
        // All callers may have gone.
        let _ = self.sender.send(Some(outcome));
    }

    fn free(&self, state: &mut State) {
        if (state.renewal.as_ref()).is_some_and(|renewal| renewal.number == self.number) {
            state.renewal = None;
        }
    }
}

/// A token that could not be renewed is still good: the next try is not at the next call.
fn postpone(state: &mut State) {
    if let Some(token) = &mut state.token
        && let Some(end) = token.expires_at
    {
        let now = Instant::now();
        token.renew_at = now.checked_add(end.saturating_duration_since(now) / 2);
    }
}

impl Drop for RenewalTask {
    fn drop(&mut self) {
        let cache = Arc::clone(&self.cache);
        self.free(&mut cache.state());
    }
}
