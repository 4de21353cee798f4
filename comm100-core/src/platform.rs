//! Where the API lives: platform, host, version, base URL.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use http::HeaderValue;
use http::uri::{Authority, Scheme};
use url::Url;

use crate::error::{Error, Result};
use crate::service::{ApiVersion, ENTERPRISE, HOSTED};

/// The platform that an account lives on, which decides the API's host.
///
/// The base URL is `https://{host}/api/v{version}/`.
///
/// ```
/// use comm100::Platform;
///
/// assert_eq!(Platform::Hosted.to_string(), "https://hosted.comm100.com");
/// let portal: Platform = "euportal.comm100.com".parse()?;
/// assert_eq!(portal.to_string(), "https://euportal.comm100.com");
/// # Ok::<(), comm100::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Platform {
    /// `hosted.comm100.com`, the default.
    #[default]
    Hosted,
    /// `ent.comm100.com`.
    Enterprise,
    /// Any other host; made by [`Platform::custom`].
    Custom(Origin),
}

/// A checked origin: scheme, host and port. Made by [`Platform::custom`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Origin(Url);

impl Platform {
    /// The host of the account's Control Panel (`euportal.comm100.com`), or an
    /// origin (`http://127.0.0.1:8080`).
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error for what is no host or origin, for one with
    /// user information, path, query or fragment, and for `http` to another
    /// host than a loopback one: the API key would travel in clear.
    pub fn custom(host: impl AsRef<str>) -> Result<Self> {
        Origin::parse(host.as_ref()).map(Self::Custom)
    }

    /// The origin's URL, with `/` as its path.
    pub(crate) fn origin(&self) -> Result<Url> {
        match self {
            Self::Hosted => Origin::parse(HOSTED),
            Self::Enterprise => Origin::parse(ENTERPRISE),
            Self::Custom(origin) => Ok(origin.clone()),
        }
        .map(|origin| origin.0)
    }
}

impl Origin {
    fn parse(text: &str) -> Result<Self> {
        let refused = |why: &str| {
            Error::config(format!(
                "the platform is not usable: {why}; give a host (euportal.comm100.com) or an origin (https://euportal.comm100.com)"
            ))
        };
        if text.is_empty() {
            return Err(refused("it is empty"));
        }
        // The URL standard would drop tabs and line breaks and read `\` as `/` in silence.
        if text
            .chars()
            .any(|c| c.is_control() || c.is_whitespace() || c == '\\')
        {
            return Err(refused("it holds white space, a control character or `\\`"));
        }
        // Checked on the text: the parser drops an empty userinfo, query or fragment.
        if text.contains('@') {
            return Err(refused("it holds user information"));
        }
        if text.contains('?') {
            return Err(refused("it holds a query"));
        }
        if text.contains('#') {
            return Err(refused("it holds a fragment"));
        }
        let url = if text.contains("://") {
            Url::parse(text)
        } else {
            Url::parse(&format!("https://{text}"))
        };
        let url = url.map_err(|error| refused(&error.to_string()))?;
        let Some(host) = url.host_str().filter(|host| !host.is_empty()) else {
            return Err(refused("it has no host"));
        };
        if url.path() != "/" {
            return Err(refused("it holds a path"));
        }
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(host) => {}
            "http" => {
                return Err(refused(
                    "`http` would send the API key in clear, only loopback hosts may use it",
                ));
            }
            _ => return Err(refused("its scheme is not https")),
        }
        if url.port() == Some(0) {
            return Err(refused("port 0 cannot be connected to"));
        }
        Ok(Self(url))
    }
}

/// Whether traffic to this host never leaves the machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

impl FromStr for Platform {
    type Err = Error;

    /// `hosted`, `enterprise` (in any case), or what [`Platform::custom`] takes.
    fn from_str(text: &str) -> Result<Self> {
        match text {
            _ if text.eq_ignore_ascii_case("hosted") => Ok(Self::Hosted),
            _ if text.eq_ignore_ascii_case("enterprise") => Ok(Self::Enterprise),
            _ => Self::custom(text),
        }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hosted => write!(formatter, "https://{HOSTED}"),
            Self::Enterprise => write!(formatter, "https://{ENTERPRISE}"),
            Self::Custom(origin) => write!(formatter, "{origin:?}"),
        }
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

/// What is the same in the URL of every call of a client to one version of the API.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    pub(crate) url: Url,
    pub(crate) scheme: Scheme,
    pub(crate) authority: Authority,
}

impl Base {
    pub(crate) fn new(origin: &Url, version: ApiVersion) -> Result<Self> {
        let unusable = || Error::config("the platform's host cannot be a part of a request".into());
        let mut url = origin.clone();
        url.set_path(version.base_path());
        let scheme = Scheme::try_from(url.scheme()).map_err(|_| unusable())?;
        let authority = Authority::try_from(url.authority()).map_err(|_| unusable())?;
        Ok(Self {
            url,
            scheme,
            authority,
        })
    }

    /// The value of `Host`: without a port that is the scheme's own.
    pub(crate) fn host(&self) -> Result<HeaderValue> {
        HeaderValue::from_str(self.authority.as_str())
            .map_err(|_| Error::config("the platform's host cannot be a part of a request".into()))
    }

    /// `/api/v1/`
    pub(crate) fn path(&self) -> &str {
        self.url.path()
    }
}
