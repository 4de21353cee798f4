//! Connections over TCP.

use std::task::{Context, Poll};

use futures_core::future::BoxFuture;
use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use tower_service::Service;

use super::guarded::Guarded;
use crate::transport::resolver::Resolver;

/// Makes TCP connections that a server cannot flood.
#[derive(Clone)]
pub(super) struct Tcp(HttpConnector<Resolver>);

impl Tcp {
    pub(super) fn new(connector: HttpConnector<Resolver>) -> Self {
        Self(connector)
    }
}

impl Service<Uri> for Tcp {
    type Response = TokioIo<Guarded>;
    type Error = <HttpConnector<Resolver> as Service<Uri>>::Error;
    type Future = BoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connection = self.0.call(uri);
        Box::pin(async move {
            let stream = connection.await?.into_inner();
            Ok(TokioIo::new(Guarded::new(stream)))
        })
    }
}
