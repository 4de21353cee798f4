//! The authorization of each attempt: the trait that each kind of credentials implements.

use std::sync::Arc;

use futures_core::future::BoxFuture;
use http::HeaderValue;

use crate::error::Result;

/// Authorizes attempts. Asked before each attempt, so that swapped credentials and renewed tokens
/// take effect at once.
pub(crate) trait Authorize: Send + Sync + 'static {
    /// Returns an authorization that needs no waiting.
    fn ready(&self) -> Option<Arc<Authorization>>;

    /// Waits for an authorization. The caller limits the time.
    fn obtain(self: Arc<Self>) -> BoxFuture<'static, Result<Arc<Authorization>>>;

    /// Takes note that the service answered 401 to this authorization. Returns true if a newer one
    /// may be had, so that the attempt, which did nothing, may be repeated.
    fn rejected(&self, used: &Authorization) -> bool {
        let _ = used;
        false
    }

    /// The name that the quota counts for, and that logs may show. Never a secret.
    fn identity(&self) -> Option<&str>;
}

/// What one attempt carries.
pub(crate) struct Authorization {
    /// The value of `Authorization`, marked sensitive.
    pub(crate) header: HeaderValue,
    /// A key and a value of the query, `siteId=10000`. A part of the authorization, so that
    /// swapping the credentials swaps both at once.
    pub(crate) query: Option<Arc<str>>,
}
