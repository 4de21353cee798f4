//! Requests: who may post, how much, and how fast.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::to_bytes,
    extract::{Path, Request, State},
    http::StatusCode,
    routing::post,
};
use comm100::webhook::Event;
use subtle::ConstantTimeEq as _;
use tokio::{sync::mpsc, time::timeout};

/// The longest that a body may take to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(10);

/// Checks requests and puts their events into a queue.
pub(crate) struct Receiver {
    secret: Vec<u8>,
    max_body: usize,
    queue: mpsc::Sender<Event>,
}

impl Receiver {
    pub(crate) fn new(secret: &str, max_body: usize, queue: mpsc::Sender<Event>) -> Self {
        Self {
            secret: secret.as_bytes().to_vec(),
            max_body,
            queue,
        }
    }

    pub(crate) fn router(self) -> Router {
        Router::new()
            .route("/hooks/{secret}", post(receive))
            .with_state(Arc::new(self))
    }
}

/// Answers as soon as the event is in the queue. How long the service waits is not documented.
async fn receive(
    State(receiver): State<Arc<Receiver>>,
    Path(secret): Path<String>,
    request: Request,
) -> StatusCode {
    // The time of the comparison must not reveal how many letters are right. Only the length shows.
    if !bool::from(secret.as_bytes().ct_eq(&receiver.secret)) {
        return StatusCode::NOT_FOUND;
    }
    let body = to_bytes(request.into_body(), receiver.max_body);
    let body = match timeout(BODY_TIMEOUT, body).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let Ok(event) = Event::from_slice(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    match receiver.queue.try_send(event) {
        Ok(()) => StatusCode::OK,
        // Full: memory stays limited, and the sender may try again.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
