//! The state that all requests share.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use axum::http::HeaderMap;

use super::{
    auth::{self, Caller},
    error::ErrorResponse,
    rate_limit::RateLimiter,
    version::Version,
};
use crate::{account::account::Account, config::Config};

/// The account behind a lock, and the options.
#[derive(Clone, Debug)]
pub(crate) struct Shared(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    account: Mutex<Account>,
    config: Config,
    rate_limiter: Option<RateLimiter>,
}

impl Shared {
    pub(crate) fn new(account: Account, config: Config) -> Self {
        let rate_limit = config.rate_limit;
        Self(Arc::new(Inner {
            account: Mutex::new(account),
            config,
            rate_limiter: rate_limit.map(|(requests, per)| RateLimiter::new(requests, per)),
        }))
    }

    /// Returns the account. It stays usable after a handler panicked.
    pub(crate) fn account(&self) -> MutexGuard<'_, Account> {
        self.0
            .account
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn config(&self) -> &Config {
        &self.0.config
    }

    /// Returns the time, in seconds since 1970-01-01T00:00Z.
    pub(crate) fn now(&self) -> i64 {
        self.0.config.clock.now()
    }

    pub(crate) fn now_millis(&self) -> i64 {
        self.0.config.clock.now_millis()
    }

    /// Rejects a request over the rate limit.
    pub(crate) fn check_rate(&self) -> Result<(), ErrorResponse> {
        match &self.0.rate_limiter {
            Some(limiter) => limiter
                .check(Instant::now())
                .map_err(ErrorResponse::rate_limit),
            None => Ok(()),
        }
    }

    /// Authorizes a request and counts it for the limits.
    pub(crate) fn admit(
        &self,
        account: &mut Account,
        version: Version,
        query: &str,
        headers: &HeaderMap,
    ) -> Result<Caller, ErrorResponse> {
        self.check_rate()?;
        let caller = auth::authorize(account, version, headers, self.now_millis())?;
        self.check_site_id(caller, query)?;
        account
            .limit
            .count(self.now())
            .map_err(|exceeded| ErrorResponse::limit(exceeded, self.config().quirks))?;
        Ok(caller)
    }

    /// Rejects a request with an API key whose query does not name the site, if that is required.
    fn check_site_id(&self, caller: Caller, query: &str) -> Result<(), ErrorResponse> {
        let Some(required) = self.config().site_id.filter(|_| !caller.has_token) else {
            return Ok(());
        };
        let site_id = form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| is_site_id(key))
            .map(|(_, value)| value);
        match site_id {
            Some(id) if id == required.to_string() => Ok(()),
            Some(_) => Err(ErrorResponse::unauthorized(
                "The site id does not belong to the API key.",
            )),
            None => Err(ErrorResponse::required("siteId")),
        }
    }

    /// Returns true for a query parameter that is about the site rather than the endpoint.
    pub(crate) fn is_common_query(&self, key: &str) -> bool {
        self.config().site_id.is_some() && is_site_id(key)
    }
}

/// The documentation spells it in several ways.
fn is_site_id(key: &str) -> bool {
    key.eq_ignore_ascii_case("siteId")
}
