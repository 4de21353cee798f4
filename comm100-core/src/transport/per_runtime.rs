//! One connection pool per Tokio runtime.
//!
//! A pooled connection is driven by a task of the runtime that opened it. While that runtime is not
//! polled, as a current-thread one between two `block_on`s, a request of another runtime would wait
//! on such a connection until it times out.

use std::fmt;
use std::sync::{OnceLock, PoisonError, RwLock};

use tokio::runtime::{Handle, Id};

/// Enough for a program; a test suite with a runtime per test evicts the oldest.
const MOST_OTHERS: usize = 8;

/// A client for each runtime that it is used on.
pub(super) struct PerRuntime<T> {
    first: T,
    /// The runtime that used the first client first.
    runtime: OnceLock<Id>,
    /// The clients of other runtimes, in the order of their first use.
    others: RwLock<Vec<(Id, T)>>,
    make: Box<dyn Fn() -> Option<T> + Send + Sync>,
}

impl<T> PerRuntime<T> {
    /// Creates the clients: `first` serves the first runtime, and `make` makes those of others.
    pub(super) fn new(first: T, make: impl Fn() -> Option<T> + Send + Sync + 'static) -> Self {
        Self {
            first,
            runtime: OnceLock::new(),
            others: RwLock::default(),
            make: Box::new(make),
        }
    }

    /// Calls `send` with the client of the current runtime.
    pub(super) fn with<R>(&self, send: impl FnOnce(&T) -> R) -> R {
        // Outside of any runtime nothing can be sent, and the client says so.
        let Ok(handle) = Handle::try_current() else {
            return send(&self.first);
        };
        let current = handle.id();
        if *self.runtime.get_or_init(|| current) == current {
            return send(&self.first);
        }
        {
            let others = self.others.read().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, client)) = others.iter().find(|(runtime, _)| *runtime == current) {
                return send(client);
            }
        }
        let Some(client) = (self.make)() else {
            return send(&self.first);
        };
        let outcome = send(&client);
        let mut others = self.others.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread of this runtime may have been faster; its client stays.
        if !others.iter().any(|(runtime, _)| *runtime == current) {
            // Requests in flight keep their connections.
            if others.len() >= MOST_OTHERS {
                others.remove(0);
            }
            others.push((current, client));
        }
        outcome
    }
}

impl<T> fmt::Debug for PerRuntime<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PerRuntime").finish_non_exhaustive()
    }
}
