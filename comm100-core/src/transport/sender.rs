//! Passes the request of one attempt to the transport.

use std::borrow::Cow;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::uri::PathAndQuery;
use http::{HeaderMap, Method, Uri, header};
use url::Url;

#[cfg(all(feature = "hyper", not(feature = "reqwest")))]
use super::HyperTransport;
#[cfg(feature = "reqwest")]
use super::ReqwestTransport;
use super::Transport;
use crate::error::TransportError;
use crate::error::{Error, Result};
use crate::platform::Base;
use crate::request::RequestBody;
use crate::response::Body;

/// The default transport takes the parts as they are, which avoids parsing the URL again.
pub(crate) enum Sender {
    #[cfg(feature = "reqwest")]
    Reqwest(ReqwestTransport),
    Custom(Arc<dyn Transport>),
}

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
enum Started<R, C> {
    Reqwest(R),
    Custom(C),
}

impl Sender {
    #[cfg(feature = "reqwest")]
    pub(crate) fn default_for(origin: &Url, connect_timeout: Duration) -> Result<Self> {
        ReqwestTransport::new(origin, connect_timeout).map(Self::Reqwest)
    }

    #[cfg(all(feature = "hyper", not(feature = "reqwest")))]
    pub(crate) fn default_for(origin: &Url, connect_timeout: Duration) -> Result<Self> {
        let https = origin.scheme() == "https";
        HyperTransport::build(connect_timeout, https)
            .map(|transport| Self::Custom(Arc::new(transport)))
    }

    #[cfg(not(any(feature = "hyper", feature = "reqwest")))]
    pub(crate) fn default_for(_: &Url, _: Duration) -> Result<Self> {
        Err(Error::config(
            "there is no transport; turn on the feature `reqwest` or `hyper`, or set `.transport(..)`".into(),
        ))
    }

    #[cfg(feature = "tower")]
    pub(crate) fn into_transport(self) -> Arc<dyn Transport> {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(transport) => Arc::new(transport),
            Self::Custom(transport) => transport,
        }
    }

    /// Returns true if a request whose last poll ended in a pending connector was not sent.
    pub(crate) fn reports_connecting(&self) -> bool {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(transport) => transport.reports_connecting(),
            Self::Custom(transport) => transport.reports_connecting(),
        }
    }

    /// Returns true if the transport takes `Host` as a header, which saves making one per request.
    pub(crate) fn takes_host(&self) -> bool {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(_) => true,
            Self::Custom(transport) => transport.takes_host(),
        }
    }

    /// Passes the request to the transport at once, so that the future of the response is small.
    pub(crate) fn send(
        &self,
        outgoing: Outgoing<'_>,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send + use<'_> {
        #[cfg(feature = "reqwest")]
        let started = match self {
            Self::Reqwest(transport) => {
                let url = outgoing.url();
                Started::Reqwest(transport.send_parts(
                    outgoing.method,
                    url,
                    outgoing.headers,
                    outgoing.body,
                ))
            }
            Self::Custom(transport) => Started::Custom(start(&**transport, outgoing)),
        };
        #[cfg(feature = "reqwest")]
        return async move {
            match started {
                Started::Reqwest(response) => response.await,
                Started::Custom(response) => response?.await,
            }
        };
        #[cfg(not(feature = "reqwest"))]
        {
            let Self::Custom(transport) = self;
            let started = start(&**transport, outgoing);
            async move { started?.await }
        }
    }
}

fn start<'a>(
    transport: &'a dyn Transport,
    outgoing: Outgoing<'_>,
) -> Result<BoxFuture<'a, Result<http::Response<Body>, TransportError>>, TransportError> {
    let request = outgoing.into_request().map_err(TransportError::not_sent)?;
    Ok(transport.send(request))
}

impl Outgoing<'_> {
    /// Returns the URL: a clone of the parsed base with another path and query.
    #[cfg(feature = "reqwest")]
    fn url(&self) -> Url {
        let (path, query) = self.target.split_at(self.path_length);
        let mut url = self.base.url.clone();
        url.set_path(path);
        if let Some(query) = query.strip_prefix('?') {
            url.set_query(Some(query));
        }
        url
    }

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
        let uri = Uri::from_parts(parts)
            .map_err(|_| Error::request("the parameters do not form a valid URL".into()))?;
        let mut request = http::Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}
