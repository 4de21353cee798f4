//! The URL that a call's path is appended to, in the parts that requests need.

use http::HeaderValue;
use http::uri::{Authority, Scheme};
use url::Url;

#[cfg(feature = "reqwest")]
use super::url_parts::UrlParts;
use crate::error::{Error, Result};

/// The part of the URL that all calls to one version of the API share.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    pub(crate) url: Url,
    pub(crate) scheme: Scheme,
    pub(crate) authority: Authority,
    /// True for the URL of `Platform::base`, whose path says nothing about versions.
    pub(crate) is_unversioned: bool,
    #[cfg(feature = "reqwest")]
    parts: Option<UrlParts>,
}

impl Base {
    /// Creates the base URL of this path, which begins and ends with a slash.
    pub(crate) fn new(origin: &Url, path: &str) -> Result<Self> {
        let mut url = origin.clone();
        url.set_path(path);
        let scheme = Scheme::try_from(url.scheme()).map_err(|_| unusable())?;
        let authority = Authority::try_from(url.authority()).map_err(|_| unusable())?;
        Ok(Self {
            #[cfg(feature = "reqwest")]
            parts: UrlParts::of(&url),
            url,
            scheme,
            authority,
            is_unversioned: false,
        })
    }

    /// Returns the URL of an encoded path and query.
    #[cfg(feature = "reqwest")]
    pub(crate) fn with_target(&self, target: &str, path_length: usize) -> Url {
        let parts = self.parts.as_ref();
        if let Some(url) = parts.and_then(|parts| parts.url(target, path_length)) {
            return url;
        }
        let (path, query) = target.split_at(path_length);
        let mut url = self.url.clone();
        url.set_path(path);
        url.set_query(query.strip_prefix('?'));
        url
    }

    /// Returns the value of `Host`: without a port that is the scheme's own.
    pub(crate) fn host(&self) -> Result<HeaderValue> {
        HeaderValue::from_str(self.authority.as_str()).map_err(|_| unusable())
    }

    /// Returns the path, such as `/api/v1/`.
    pub(crate) fn path(&self) -> &str {
        self.url.path()
    }
}

fn unusable() -> Error {
    Error::config("the platform's host cannot be a part of a request; pass another host".into())
}
