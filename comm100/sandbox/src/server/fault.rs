//! Faults on demand: what can go wrong between a client and the service.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{Response, StatusCode},
    middleware::Next,
};

use crate::{
    engine::{error::Refusal, response},
    server::{
        Shared,
        connection::{Cut, Wire},
    },
};

/// What the sandbox does to one request instead of answering it as usual.
///
/// Given to [`Sandbox::fail_next`](super::Sandbox::fail_next).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Fault {
    /// Answers this status with a `<code, message>` body; the request is not carried out. A status
    /// that no answer can have, one below 200 or above 999, becomes 500.
    Status(u16),
    /// Answers exactly this; the request is not carried out.
    Answer(http::Response<Bytes>),
    /// Carries out the request and answers after this time.
    Delayed(Duration),
    /// Carries out the request and closes the connection without an answer: whoever sent it cannot
    /// know that it was carried out.
    Dropped,
    /// Closes the connection as soon as the request arrived; it is not carried out.
    Disconnected,
    /// Carries out the request and closes the connection in the middle of the answer's body.
    Truncated,
}

/// The faults of the next requests, in order.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<VecDeque<Fault>>);

impl Faults {
    pub(crate) fn push(&self, fault: Fault) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push_back(fault);
    }

    fn take(&self) -> Option<Fault> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front()
    }
}

/// Applies the next fault, if there is one, to this request.
pub(crate) async fn apply(
    State(shared): State<Shared>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    request: Request,
    next: Next,
) -> Response<Body> {
    shared.count_arrival();
    match shared.faults().take() {
        None => next.run(request).await,
        Some(Fault::Status(status)) => status_alone(status, &shared),
        Some(Fault::Answer(answer)) => answer.map(Body::from),
        Some(Fault::Delayed(delay)) => {
            let answer = next.run(request).await;
            tokio::time::sleep(delay).await;
            answer
        }
        Some(Fault::Dropped) => {
            let answer = next.run(request).await;
            wire.cut(Cut::AtOnce);
            answer
        }
        Some(Fault::Disconnected) => {
            wire.cut(Cut::AtOnce);
            Response::new(Body::empty())
        }
        Some(Fault::Truncated) => truncated(next.run(request).await, &wire).await,
    }
}

fn status_alone(status: u16, shared: &Shared) -> Response<Body> {
    let status = StatusCode::from_u16(status)
        .ok()
        .filter(|status| status.as_u16() >= 200)
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = status.canonical_reason().unwrap_or("A fault was asked for");
    response::refused(&Refusal::new(status, format!("{reason}.")), shared.quirks())
}

/// Sends the head with the full `Content-Length` and the first half of the body.
async fn truncated(answer: Response<Body>, wire: &Wire) -> Response<Body> {
    let (head, body) = answer.into_parts();
    // The sandbox's own answers are whole in memory, so that reading one cannot fail.
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    wire.cut(if body.is_empty() {
        Cut::AtOnce
    } else {
        Cut::InBody(body.len() / 2)
    });
    Response::from_parts(head, Body::from(body))
}
