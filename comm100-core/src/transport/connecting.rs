//! Knows if a request still waits for its connection, so that a call which ends there can say that
//! nothing was sent.
//!
//! Both transports poll their connector within the call's own poll, and only while the request has
//! no connection yet: once another connection takes the request, the one in the making is left to a
//! background task. A pending call whose last poll ended in a pending connector was therefore not
//! sent.

use std::cell::Cell;
#[cfg(feature = "reqwest")]
use std::future::poll_fn;
use std::pin::Pin;
#[cfg(feature = "reqwest")]
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

#[cfg(any(feature = "__hyper", feature = "reqwest"))]
use futures_core::future::BoxFuture;

thread_local! {
    static CONNECTING: Cell<bool> = const { Cell::new(false) };
}

/// Polls the future that sends a request. Sets `connecting` to true if it still waits for a
/// connection.
pub(crate) fn poll_sending<F: Future>(
    future: Pin<&mut F>,
    context: &mut Context<'_>,
    connecting: &mut bool,
) -> Poll<F::Output> {
    CONNECTING.set(false);
    let outcome = future.poll(context);
    *connecting = outcome.is_pending() && CONNECTING.get();
    outcome
}

/// The future of a connector, which reports that it is pending.
#[cfg(any(feature = "__hyper", feature = "reqwest"))]
pub(super) struct Connecting<T>(pub(super) BoxFuture<'static, T>);

#[cfg(any(feature = "__hyper", feature = "reqwest"))]
impl<T> Future for Connecting<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let outcome = self.0.as_mut().poll(context);
        CONNECTING.set(outcome.is_pending());
        outcome
    }
}

/// Makes reqwest's connector report.
#[cfg(feature = "reqwest")]
#[derive(Clone)]
pub(super) struct ConnectingLayer;

#[cfg(feature = "reqwest")]
impl<S> tower_layer::Layer<S> for ConnectingLayer {
    type Service = ConnectingService<S>;

    fn layer(&self, inner: S) -> ConnectingService<S> {
        ConnectingService(Arc::new(Mutex::new(inner)))
    }
}

/// A connector whose futures report. hyper's client clones it twice for each request, so the connector
/// behind it, whose clone allocates, is shared, and cloned for each connection only.
#[cfg(feature = "reqwest")]
pub(super) struct ConnectingService<S>(Arc<Mutex<S>>);

#[cfg(feature = "reqwest")]
impl<S> Clone for ConnectingService<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

#[cfg(feature = "reqwest")]
impl<S: Clone> ConnectingService<S> {
    fn connector(&self) -> S {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[cfg(feature = "reqwest")]
impl<S, R> tower_service::Service<R> for ConnectingService<S>
where
    S: tower_service::Service<R> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Response: Send,
    S::Error: Send,
    R: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Connecting<Result<S::Response, S::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: R) -> Self::Future {
        let mut connector = self.connector();
        Connecting(Box::pin(async move {
            poll_fn(|context| connector.poll_ready(context)).await?;
            connector.call(request).await
        }))
    }
}
