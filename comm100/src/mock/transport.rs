//! The mock as a transport.

use std::fmt;
use std::sync::Arc;

use futures_core::future::BoxFuture;

use super::request::MockRequest;
use super::state::State;
use crate::{Body, RequestBody, Transport, TransportError};

/// The transport of a [`Mock`](super::Mock), for a client with custom settings.
///
/// ```
/// use std::time::Duration;
/// use comm100::{Client, Credentials, mock::Mock};
///
/// let mock = Mock::new();
/// let client = Client::builder()
///     .credentials(Credentials::new("agent@example.com", "API_KEY"))
///     .timeout(Duration::from_secs(1))
///     .transport(mock.transport())
///     .build()?;
/// # Ok::<(), comm100::Error>(())
/// ```
#[derive(Clone)]
pub struct MockTransport {
    state: Arc<State>,
}

impl MockTransport {
    pub(super) fn new(state: Arc<State>) -> Self {
        Self { state }
    }
}

impl Transport for MockTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = body.into_bytes().await.map_err(TransportError::not_sent)?;
            let request = MockRequest::new(http::Request::from_parts(head, body));
            let (request, reply) = self.state.receive(request);
            reply.respond(&request).await
        })
    }
}

impl fmt::Debug for MockTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MockTransport")
    }
}
