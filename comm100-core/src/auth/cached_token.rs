//! A token with the times of its life.

use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret;
use tokio::time::Instant;

use super::access_token::AccessToken;
use super::authorize::Authorization;
use super::check;
use super::failure::TokenFailure;
use super::fixed::bearer;

/// The part of its life after which a token is renewed.
const RENEW_AFTER: f64 = 0.9;

pub(super) struct CachedToken {
    pub(super) authorization: Arc<Authorization>,
    pub(super) renew_at: Option<Instant>,
    pub(super) expires_at: Option<Instant>,
    /// The token before this one was rejected.
    pub(super) after_rejection: bool,
}

impl CachedToken {
    /// Checks a token that was requested at this time.
    pub(super) fn new(token: &AccessToken, requested_at: Instant) -> Result<Self, TokenFailure> {
        check::token(token.secret.expose_secret()).map_err(|text| TokenFailure::invalid(&text))?;
        let header = bearer(&token.secret)
            .map_err(|_| TokenFailure::invalid("the token cannot form a header"))?;
        let after = |life: Duration| requested_at.checked_add(life);
        Ok(Self {
            authorization: Arc::new(Authorization::new(header, None)),
            renew_at: (token.expires_in).and_then(|life| after(life.mul_f64(RENEW_AFTER))),
            expires_at: token.expires_in.and_then(after),
            after_rejection: false,
        })
    }

    pub(super) fn is_valid(&self, now: Instant) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }

    /// Returns true if the token is valid and not due for renewal.
    pub(super) fn is_fresh(&self) -> bool {
        let now = Instant::now();
        self.is_valid(now) && self.renew_at.is_none_or(|due| now < due)
    }

    /// Postpones the renewal of a valid token that could not be renewed, so that not every call tries it.
    pub(super) fn postpone_renewal(&mut self) {
        if let Some(end) = self.expires_at {
            let now = Instant::now();
            self.renew_at = now.checked_add(end.saturating_duration_since(now) / 2);
        }
    }
}
