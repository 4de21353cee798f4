//! The state that all requests share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;

use super::{auth, error::ErrorResponse};
use crate::{account::account::Account, config::Config};

/// The account behind a lock, and the options.
#[derive(Clone, Debug)]
pub(crate) struct Shared(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    account: Mutex<Account>,
    config: Config,
}

impl Shared {
    pub(crate) fn new(account: Account, config: Config) -> Self {
        Self(Arc::new(Inner {
            account: Mutex::new(account),
            config,
        }))
    }

    /// The account. It stays usable after a handler panicked.
    pub(crate) fn account(&self) -> MutexGuard<'_, Account> {
        self.0
            .account
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn config(&self) -> &Config {
        &self.0.config
    }

    pub(crate) fn now(&self) -> i64 {
        self.0.config.clock.now()
    }

    /// Authorizes a request and counts it for the daily limit; returns the agent's id.
    pub(crate) fn admit(
        &self,
        account: &mut Account,
        headers: &HeaderMap,
    ) -> Result<u64, ErrorResponse> {
        let caller = auth::authorize(account, headers)?;
        account
            .limit
            .count(self.now())
            .map_err(|exceeded| ErrorResponse::limit(exceeded, self.config().quirks))?;
        Ok(caller)
    }
}
