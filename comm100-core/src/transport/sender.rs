//! Passes the request of one attempt to the transport.

#[cfg(feature = "__hyper")]
use std::any::Any;
use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::uri::PathAndQuery;
use http::{HeaderMap, Method, Uri, header};
use url::Url;

#[cfg(feature = "reqwest")]
use super::ReqwestTransport;
use super::Transport;
#[cfg(feature = "__hyper")]
use super::hyper::{HyperResponse, HyperTransport};
use super::received::Received;
use crate::error::{Error, Result, TransportError};
use crate::platform::Base;
use crate::request::RequestBody;
use crate::response::Body;

/// The default transport takes the parts as they are, which avoids parsing the URL again.
pub(crate) enum Sender {
    #[cfg(feature = "reqwest")]
    Reqwest(ReqwestTransport),
    /// Not boxed, which saves an allocation per request.
    #[cfg(feature = "__hyper")]
    Hyper(Arc<HyperTransport>),
    Custom(Arc<dyn Transport>),
}

/// The length of the base URL's path, in the extensions of a request to a `Platform::base`. The mock matches
/// the path after it.
#[derive(Clone, Copy, Debug)]
pub struct BasePath(pub usize);

/// One attempt's request.
pub(crate) struct Outgoing<'a> {
    pub(crate) base: &'a Base,
    pub(crate) method: Method,
    /// The path from the root, then the query.
    pub(crate) target: Cow<'a, str>,
    #[cfg_attr(
        not(feature = "reqwest"),
        expect(dead_code, reason = "the default transport asks for it")
    )]
    pub(crate) path_length: usize,
    pub(crate) headers: HeaderMap,
    pub(crate) body: RequestBody,
}

/// A request that the transport has, before its response is awaited.
#[cfg(feature = "reqwest")]
enum Started<R, O> {
    Reqwest(R),
    Other(O),
}

/// The future of a response from a transport other than reqwest, whose future has no name.
enum Pending<'a> {
    #[cfg(feature = "__hyper")]
    Hyper(HyperResponse),
    Custom(BoxFuture<'a, Result<http::Response<Body>, TransportError>>),
}

impl Future for Pending<'_> {
    type Output = Result<Received, TransportError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self {
            #[cfg(feature = "__hyper")]
            Self::Hyper(response) => Pin::new(response).poll(context),
            Self::Custom(response) => response.as_mut().poll(context).map_ok(Received::from),
        }
    }
}

impl Sender {
    #[cfg(feature = "reqwest")]
    pub(crate) fn default_for(origins: [&Url; 2], connect_timeout: Duration) -> Result<Self> {
        ReqwestTransport::new(origins, connect_timeout).map(Self::Reqwest)
    }

    #[cfg(all(feature = "__hyper", not(feature = "reqwest")))]
    pub(crate) fn default_for(origins: [&Url; 2], connect_timeout: Duration) -> Result<Self> {
        let https = origins.iter().any(|origin| origin.scheme() == "https");
        HyperTransport::build(connect_timeout, https)
            .map(|transport| Self::Hyper(Arc::new(transport)))
    }

    #[cfg(not(any(feature = "__hyper", feature = "reqwest")))]
    pub(crate) fn default_for(_: [&Url; 2], _: Duration) -> Result<Self> {
        Err(Error::config(
            "there is no transport; turn on the feature `rustls` or `hyper`, or set `.transport(..)`".into(),
        ))
    }

    /// Creates the sender of a transport that the user brings.
    pub(crate) fn custom<T: Transport>(transport: T) -> Self {
        let transport = Arc::new(transport);
        #[cfg(feature = "__hyper")]
        {
            let any: Arc<dyn Any + Send + Sync> = transport.clone();
            if let Ok(transport) = any.downcast() {
                return Self::Hyper(transport);
            }
        }
        Self::Custom(transport)
    }

    #[cfg(feature = "tower")]
    pub(crate) fn into_transport(self) -> Arc<dyn Transport> {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(transport) => Arc::new(transport),
            #[cfg(feature = "__hyper")]
            Self::Hyper(transport) => transport,
            Self::Custom(transport) => transport,
        }
    }

    /// Returns true if a request whose last poll ended in a pending connector was not sent.
    pub(crate) fn reports_connecting(&self) -> bool {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(transport) => transport.reports_connecting(),
            #[cfg(feature = "__hyper")]
            Self::Hyper(transport) => transport.reports_connecting(),
            Self::Custom(transport) => transport.reports_connecting(),
        }
    }

    /// Returns true if the transport takes `Host` as a header, which saves making one per request.
    pub(crate) fn takes_host(&self) -> bool {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(_) => true,
            #[cfg(feature = "__hyper")]
            Self::Hyper(_) => true,
            Self::Custom(transport) => transport.takes_host(),
        }
    }

    /// Passes the request to the transport at once, so that the future of the response is small.
    pub(crate) fn send(
        &self,
        outgoing: Outgoing<'_>,
    ) -> impl Future<Output = Result<Received, TransportError>> + Send + use<'_> {
        #[cfg(feature = "reqwest")]
        let started = if let Self::Reqwest(transport) = self {
            let target = &outgoing.target;
            let url = outgoing.base.with_target(target, outgoing.path_length);
            Started::Reqwest(transport.send_parts(
                outgoing.method,
                url,
                outgoing.headers,
                outgoing.body,
            ))
        } else {
            Started::Other(self.start(outgoing))
        };
        #[cfg(feature = "reqwest")]
        return async move {
            match started {
                Started::Reqwest(response) => response.await.map(Received::from),
                Started::Other(response) => response?.await,
            }
        };
        #[cfg(not(feature = "reqwest"))]
        {
            let started = self.start(outgoing);
            async move { started?.await }
        }
    }

    fn start(&self, outgoing: Outgoing<'_>) -> Result<Pending<'_>, TransportError> {
        let request = outgoing.into_request().map_err(TransportError::not_sent)?;
        Ok(match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(transport) => Pending::Custom(transport.send(request)),
            #[cfg(feature = "__hyper")]
            Self::Hyper(transport) => Pending::Hyper(transport.send_request(request)),
            Self::Custom(transport) => Pending::Custom(transport.send(request)),
        })
    }
}

impl Outgoing<'_> {
    /// Returns the request as a user sees it: `Host` is in the URI.
    pub(crate) fn into_shown(mut self) -> Result<http::Request<Bytes>> {
        self.headers.remove(header::HOST);
        let request = self.into_request()?;
        Ok(request.map(|body| body.as_bytes().cloned().unwrap_or_default()))
    }

    fn into_request(self) -> Result<http::Request<RequestBody>> {
        let unusable =
            |_| Error::request("the parameters form a URL that is too long; send less".into());
        let target = Bytes::copy_from_slice(self.target.as_bytes());
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.base.scheme.clone());
        parts.authority = Some(self.base.authority.clone());
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(target).map_err(unusable)?);
        let uri = Uri::from_parts(parts).map_err(|_| {
            Error::request("the parameters do not form a valid URL; check their values".into())
        })?;
        let mut request = http::Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers;
        if self.base.is_unversioned {
            let length = self.base.path().len();
            request.extensions_mut().insert(BasePath(length));
        }
        Ok(request)
    }
}
