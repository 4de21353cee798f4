//! The authorization of each attempt: the trait that each kind of credentials implements.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

use futures_core::future::BoxFuture;
use http::HeaderValue;
use tokio::time::Instant;

use crate::error::Result;

/// Authorizes attempts. Asked before each attempt, so that swapped credentials and renewed tokens
/// take effect at once.
pub(crate) trait Authorize: Send + Sync + 'static {
    /// Returns an authorization that needs no waiting.
    fn ready(&self) -> Option<Ready>;

    /// Starts to renew an authorization that is due, unless that is going on.
    fn renew(self: Arc<Self>) {}

    /// Waits for an authorization, and fails early if none can be obtained before the deadline. The caller
    /// limits the time.
    fn obtain(self: Arc<Self>, deadline: Instant)
    -> BoxFuture<'static, Result<Arc<Authorization>>>;

    /// Learns that the service answered 401 to this authorization. `again` is true if it rejected an earlier
    /// one of the same call too. Returns true if a newer one may be obtained, so that the attempt, which did
    /// nothing, may be repeated.
    fn rejected(&self, used: &Authorization, again: bool) -> bool {
        let _ = (used, again);
        false
    }

    /// Returns the name that the quota counts for, and that logs may show. Never a secret.
    fn identity(&self) -> Option<&str>;
}

/// An authorization that can be used now.
pub(crate) struct Ready {
    pub(crate) authorization: Arc<Authorization>,
    /// It is still valid, and time to renew it.
    pub(crate) is_due: bool,
}

/// The header and query parameter that authorize one attempt.
pub(crate) struct Authorization {
    /// The value of `Authorization`, marked sensitive.
    pub(crate) header: HeaderValue,
    /// A key and a value of the query, `siteId=10000`. A part of the authorization, so that
    /// swapping the credentials swaps both at once.
    pub(crate) query: Option<Arc<str>>,
    /// Different for each authorization of the process.
    generation: u64,
    /// The service answered something else than 401 to it.
    accepted: AtomicBool,
}

static GENERATIONS: AtomicU64 = AtomicU64::new(0);

impl Authorization {
    pub(super) fn new(header: HeaderValue, query: Option<Arc<str>>) -> Self {
        Self {
            header,
            query,
            generation: GENERATIONS.fetch_add(1, Relaxed),
            accepted: AtomicBool::new(false),
        }
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.generation == other.generation
    }

    /// Learns that the service knows this authorization.
    pub(crate) fn accept(&self) {
        if !self.is_accepted() {
            self.accepted.store(true, Relaxed);
        }
    }

    pub(super) fn is_accepted(&self) -> bool {
        self.accepted.load(Relaxed)
    }
}
