//! The authorization of an attempt, cached or awaited.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use tokio::time::{Instant, timeout_at};

use crate::auth::Authorization;
use crate::client::Inner;
use crate::error::{Error, Result};

/// Returns an authorization that needs no waiting.
pub(super) fn ready(inner: &Inner) -> Option<Arc<Authorization>> {
    let ready = inner.ready_authorization()?;
    if ready.is_due {
        // In the background: this call needs no newer one.
        inner.authorize().renew();
    }
    Some(ready.authorization)
}

/// Waits for an authorization. Starts over if the credentials are replaced meanwhile.
pub(super) async fn obtain(inner: &Inner, deadline: Instant) -> Result<Arc<Authorization>> {
    loop {
        let mut swapped = pin!(inner.swapped());
        swapped.as_mut().enable();
        let mut obtained = inner.authorize().obtain(deadline);
        let first = poll_fn(|context| match swapped.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(None),
            Poll::Pending => obtained.as_mut().poll(context).map(Some),
        });
        match timeout_at(deadline, first).await {
            Ok(None) => {}
            Ok(Some(outcome)) => return outcome,
            Err(_) => {
                return Err(Error::timeout(
                    "timed out waiting for a token; see `timeout`",
                ));
            }
        }
    }
}
