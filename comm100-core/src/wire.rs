//! One attempt's request on its way to the transport.

use std::sync::Arc;

use bytes::Bytes;
use http::uri::PathAndQuery;
use http::{HeaderMap, Method, Uri};
use url::Url;

use crate::body::Body;
use crate::error::{Error, Result};
use crate::platform::Base;
use crate::settings::Settings;
use crate::transport::{Transport, TransportError};
#[cfg(feature = "reqwest")]
use crate::transport_reqwest::ReqwestTransport;

/// The default transport takes the parts as they are, which saves parsing the URL anew.
pub(crate) enum Wire {
    #[cfg(feature = "reqwest")]
    Reqwest(ReqwestTransport),
    Custom(Arc<dyn Transport>),
}

/// One attempt's request.
pub(crate) struct Outgoing<'a> {
    pub(crate) base: &'a Base,
    pub(crate) method: Method,
    /// The path from the root, then the query.
    pub(crate) target: &'a str,
    #[cfg_attr(
        not(feature = "reqwest"),
        expect(dead_code, reason = "a `Uri` needs no split")
    )]
    pub(crate) path_length: usize,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Wire {
    #[cfg(feature = "reqwest")]
    pub(crate) fn default_for(origin: &Url, settings: &Settings) -> Result<Self> {
        ReqwestTransport::new(origin, settings.connect_timeout).map(Self::Reqwest)
    }

    #[cfg(not(feature = "reqwest"))]
    pub(crate) fn default_for(_: &Url, _: &Settings) -> Result<Self> {
        Err(Error::config(
            "there is no transport; turn on the feature `reqwest` or give `.transport(..)`".into(),
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

    pub(crate) async fn send(
        &self,
        outgoing: Outgoing<'_>,
    ) -> Result<http::Response<Body>, TransportError> {
        match self {
            #[cfg(feature = "reqwest")]
            Self::Reqwest(transport) => {
                let url = outgoing.url();
                transport
                    .send_parts(outgoing.method, url, outgoing.headers, outgoing.body)
                    .await
            }
            Self::Custom(transport) => {
                let request = outgoing.into_request().map_err(TransportError::not_sent)?;
                transport.send(request).await
            }
        }
    }
}

impl Outgoing<'_> {
    /// The path is written into a clone of the base, which is parsed already.
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

    pub(crate) fn into_request(self) -> Result<http::Request<Bytes>> {
        let unusable = |_| {
            Error::new(
                crate::error::ErrorKind::Request,
                "the parameters make a URL that is too long to send; send less".into(),
            )
        };
        let target = Bytes::copy_from_slice(self.target.as_bytes());
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.base.scheme.clone());
        parts.authority = Some(self.base.authority.clone());
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(target).map_err(unusable)?);
        let uri = Uri::from_parts(parts).map_err(|_| {
            Error::new(
                crate::error::ErrorKind::Request,
                "the parameters make no URL".into(),
            )
        })?;
        let mut request = http::Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}
