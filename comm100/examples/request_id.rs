//! A layer around the transport that adds an `X-Request-Id` to every attempt and prints its outcome.
//!
//! A layer is below the client's retries and sees attempts, not calls: here the sandbox fails the
//! first two attempts, and the call succeeds.

#[macro_use]
mod shared;

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Instant;

use comm100::sandbox::{Fault, Sandbox};
use comm100::v1::SiteStatusApi as _;
use comm100::{Body, Client, Platform, Result, TransportError};
use http::{HeaderValue, Request, Response};
use tower_layer::Layer;
use tower_service::Service;

/// Adds an id to every request: the process id and a number.
#[derive(Clone, Default)]
struct RequestId {
    last: Arc<AtomicU64>,
}

impl<S> Layer<S> for RequestId {
    type Service = WithRequestId<S>;

    fn layer(&self, inner: S) -> WithRequestId<S> {
        WithRequestId {
            inner,
            last: Arc::clone(&self.last),
        }
    }
}

#[derive(Clone)]
struct WithRequestId<S> {
    inner: S,
    last: Arc<AtomicU64>,
}

impl<S, B> Service<Request<B>> for WithRequestId<S>
where
    S: Service<Request<B>, Response = Response<Body>, Error = TransportError>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, TransportError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let number = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let id = format!("{}-{number}", std::process::id());
        if let Ok(value) = HeaderValue::from_str(&id) {
            request.headers_mut().insert("x-request-id", value);
        }
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let start = Instant::now();
        let response = self.inner.call(request);
        Box::pin(async move {
            let response = response.await;
            let outcome = match &response {
                Ok(response) => response.status().to_string(),
                Err(error) => error.to_string(),
            };
            println!("{id}  {method} {path}  {outcome}  {:?}", start.elapsed());
            response
        })
    }
}

const USAGE: &str = "\
Adds an `X-Request-Id` to every attempt and prints its outcome. Always uses the embedded sandbox.

Usage: request_id

Options:
  -h, --help  Print help
";

#[tokio::main]
async fn main() -> Result<()> {
    shared::no_options(USAGE);
    let sandbox = Sandbox::start().await?;
    sandbox.fail_next(Fault::Status(503));
    sandbox.fail_next(Fault::Disconnected);
    let client = Client::builder()
        .platform(Platform::custom(sandbox.origin())?)
        .credentials(sandbox.credentials())
        .layer(RequestId::default())
        .build()?;
    let status = client.get_site_status().await?;
    println!("the site is {status:?}");
    println!("{:?}", client.stats());
    Ok(())
}
