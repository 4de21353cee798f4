//! A call: the future of a builder, and the response with its head.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderMap, StatusCode};

use super::completed::{CallFuture, CompletedCall, Finish, undecodable};
use super::handoff::{Acceptance, Handoff};
use super::run::start;
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::error::Result;
use crate::info::EndpointInfo;
use crate::request::PreparedCall;
use crate::response::BodyUse;

/// A call: a future that is `Send`, `Unpin` and `'static`, borrows nothing, and
/// sends nothing before it is polled.
///
/// It needs a Tokio runtime: elsewhere it fails with a [`Config`](crate::ErrorKind::Config) error.
#[must_use = "nothing is sent until the call is awaited"]
pub struct Call<T> {
    future: CallFuture,
    finish: Finish<T>,
    endpoint: &'static EndpointInfo,
    /// For types that may reject a 2xx body.
    handoff: Option<Arc<Handoff>>,
}

impl<T> Call<T> {
    /// Creates a call whose response is decoded by `finish`.
    pub(crate) fn new(
        client: Client,
        prepared: Result<PreparedCall>,
        finish: Finish<T>,
        body_use: BodyUse,
        endpoint: &'static EndpointInfo,
    ) -> Self {
        let handoff = (body_use == BodyUse::Checked).then(Arc::<Handoff>::default);
        let acceptance = match &handoff {
            Some(handoff) => Acceptance::Handoff(Arc::clone(handoff)),
            None if body_use == BodyUse::Ignored => Acceptance::WithoutBody,
            None if body_use == BodyUse::Streamed => Acceptance::Head,
            None => Acceptance::Any,
        };
        Self {
            future: start(client, prepared, acceptance),
            finish,
            endpoint,
            handoff,
        }
    }
}

/// Decodes a response to the type that `E` declares.
pub(crate) fn value<E: Endpoint>(call: &CompletedCall) -> Result<E::Response> {
    E::decoder().get().decode(&call.raw, call.path())
}

/// Decodes a response for its errors alone.
pub(crate) fn check<E: Endpoint>(call: &CompletedCall) -> Result<()> {
    value::<E>(call).map(drop)
}

/// Decodes a response, with its status and headers.
pub(crate) fn response<E: Endpoint>(call: &CompletedCall) -> Result<Response<E::Response>> {
    Ok(Response {
        value: value::<E>(call)?,
        status: call.raw.status,
        headers: call.raw.headers.clone(),
        attempts: call.attempts,
    })
}

impl<T> Future for Call<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        let mut accepted = None;
        loop {
            if let Poll::Ready(outcome) = this.future.as_mut().poll(context) {
                let (completed, observer) = match outcome {
                    Ok(completed) => completed,
                    Err(error) => return Poll::Ready(Err(error)),
                };
                return Poll::Ready(match accepted {
                    Some(value) => Ok(value),
                    None => (this.finish)(&completed).map_err(|error| {
                        undecodable(error, this.endpoint, completed.attempts, &observer)
                    }),
                });
            }
            let Some((handoff, completed)) = this
                .handoff
                .as_ref()
                .and_then(|handoff| handoff.offered().map(|completed| (handoff, completed)))
            else {
                return Poll::Pending;
            };
            // The value stays here: the verdict alone goes back, and the next poll is the last.
            let verdict = (this.finish)(&completed).map(|value| accepted = Some(value));
            handoff.decide(completed, verdict);
        }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Call({})", self.endpoint)
    }
}

/// A value with the head of the response that it came in.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    value: T,
}

impl<T> Response<T> {
    /// Returns the status, a 2xx.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the number of requests that were sent; more than 1 after retries.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns the value.
    #[must_use]
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// Returns the value, without its head.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }
}

/// Shows only the names of the headers: a value may be a session or another secret.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.keys().collect();
        formatter
            .debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &names)
            .field("attempts", &self.attempts)
            .field("value", &self.value)
            .finish()
    }
}
