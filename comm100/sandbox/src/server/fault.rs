//! Faults on demand: what can go wrong between a client and the service.

use std::{
    array,
    collections::VecDeque,
    convert::Infallible,
    fmt,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{Method, Response, StatusCode, header::CONTENT_LENGTH},
    middleware::{self, Next},
};
use hyper::body::Frame;

use super::connection::{ConnectionHandle, Cut};

/// A fault that one request meets.
///
/// Passed to [`Sandbox::fail_next`](crate::Sandbox::fail_next).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Fault {
    /// Responds with this status and a `<code, message>` body; the request is not handled. A status that no response
    /// can have, one below 200 or above 999, becomes 500.
    Status(u16),
    /// Responds with this; the request is not handled. If the body is shorter than a `Content-Length` header says, the
    /// connection is closed behind it; if it is longer, it ends there.
    Answer(http::Response<Bytes>),
    /// Handles the request and responds after this time.
    Delayed(Duration),
    /// Handles the request and closes the connection without a response, so the client cannot know that the request
    /// was handled.
    Dropped,
    /// Closes the connection as soon as the request arrived; it is not handled.
    Disconnected,
    /// Handles the request and closes the connection in the middle of the response's body.
    Truncated,
}

/// The faults of the next requests, in order, and the number of requests.
pub(crate) struct Faults {
    next: Mutex<VecDeque<Fault>>,
    requests: AtomicU64,
    respond: Box<dyn Fn(StatusCode, String) -> Response<Body> + Send + Sync>,
}

impl Faults {
    /// Creates the faults. `respond` makes the body of an error with this status and message.
    pub(crate) fn new(
        respond: impl Fn(StatusCode, String) -> Response<Body> + Send + Sync + 'static,
    ) -> Self {
        Self {
            next: Mutex::default(),
            requests: AtomicU64::new(0),
            respond: Box::new(respond),
        }
    }

    pub(crate) fn push(&self, fault: Fault) {
        self.next
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push_back(fault);
    }

    /// Returns the number of requests that arrived.
    pub(crate) fn requests(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    fn take(&self) -> Option<Fault> {
        self.next
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front()
    }

    fn error(&self, status: u16) -> Response<Body> {
        let status = StatusCode::from_u16(status)
            .ok()
            .filter(|status| status.as_u16() >= 200)
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let reason = status.canonical_reason().unwrap_or("A fault was asked for");
        (self.respond)(status, format!("{reason}."))
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Faults")
            .field("next", &self.next)
            .field("requests", &self.requests)
            .finish_non_exhaustive()
    }
}

/// Puts the faults in front of a router.
pub(crate) fn layer(router: Router, faults: Arc<Faults>) -> Router {
    router.layer(middleware::from_fn_with_state(faults, apply))
}

/// Applies the next fault, if there is one, to this request.
async fn apply(
    State(faults): State<Arc<Faults>>,
    ConnectInfo(connection): ConnectInfo<ConnectionHandle>,
    request: Request,
    next: Next,
) -> Response<Body> {
    faults.requests.fetch_add(1, Ordering::Relaxed);
    match faults.take() {
        None => next.run(request).await,
        Some(Fault::Status(status)) => faults.error(status),
        Some(Fault::Answer(response)) => answer(response, &request, &connection),
        Some(Fault::Delayed(delay)) => {
            let response = next.run(request).await;
            tokio::time::sleep(delay).await;
            response
        }
        Some(Fault::Dropped) => {
            let response = next.run(request).await;
            connection.cut(Cut::AtOnce);
            response
        }
        Some(Fault::Disconnected) => {
            connection.cut(Cut::AtOnce);
            Response::new(Body::empty())
        }
        Some(Fault::Truncated) => truncated(next.run(request).await, &connection).await,
    }
}

/// Makes the body as long as its `Content-Length`, since the HTTP server sends no other one.
fn answer(
    response: Response<Bytes>,
    request: &Request,
    connection: &ConnectionHandle,
) -> Response<Body> {
    let (head, mut body) = response.into_parts();
    let declared = head.headers.get(CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    match declared {
        Some(length) if length < body.len() => body.truncate(length),
        Some(length) if length > body.len() && request.method() != Method::HEAD => {
            connection.cut(Cut::InBody(body.len()));
            // The connection is cut at the byte behind the body.
            let parts = [body, Bytes::from_static(b" ")].into_iter();
            return Response::from_parts(head, Body::new(Unfinished(parts)));
        }
        _ => {}
    }
    Response::from_parts(head, Body::from(body))
}

/// A body that never ends behind its parts.
struct Unfinished(array::IntoIter<Bytes, 2>);

impl hyper::body::Body for Unfinished {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.0.next() {
            Some(part) => Poll::Ready(Some(Ok(Frame::data(part)))),
            None => Poll::Pending,
        }
    }
}

/// Sends the head with the full `Content-Length` and the first half of the body.
async fn truncated(response: Response<Body>, connection: &ConnectionHandle) -> Response<Body> {
    let (head, body) = response.into_parts();
    // The sandbox's own responses are whole in memory, so reading one cannot fail.
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    connection.cut(if body.is_empty() {
        Cut::AtOnce
    } else {
        Cut::InBody(body.len() / 2)
    });
    Response::from_parts(head, Body::from(body))
}
