//! The platform of an account.

use std::fmt;
use std::str::FromStr;

use super::location::Location;
use super::origin::{BaseUrl, Http, Origin, unusable};
use crate::error::{Error, Result};
use crate::service::{ENTERPRISE, HOSTED};

/// The platform that an account lives on, which decides the hosts of the API and of the tokens.
///
/// | Control Panel | made by | API | version by default |
/// | --- | --- | --- | --- |
/// | hosted.comm100.com | `Platform::Hosted` | the same host, `/api/v{version}/` | 1 |
/// | ent.comm100.com | `Platform::Enterprise` | the same host, `/api/v{version}/` | 1 |
/// | portal{N}.comm100.io | [`Platform::custom`] | api{N}.comm100.io, `/api/v3/` | 3 |
/// | dash{N}.comm100.io | [`Platform::custom`] | api{N}.comm100.io, `/v4/` | 4 |
/// | any other host | [`Platform::custom`] | the same host | 1 |
/// | a host apart from the API's | [`Platform::split`] | the other host | 1 |
/// | behind a base URL | [`Platform::base`] | the base URL, without a version | |
///
/// ```
/// use comm100::Platform;
///
/// assert_eq!(Platform::Hosted.to_string(), "https://hosted.comm100.com");
/// let portal: Platform = "euportal.comm100.com".parse()?;
/// assert_eq!(portal.to_string(), "https://euportal.comm100.com");
/// let white_label = Platform::split("dash.example.com", "api.example.com")?;
/// assert_eq!(white_label.to_string(), "https://dash.example.com,https://api.example.com");
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
    /// Any other host of a Control Panel; made by [`Platform::custom`].
    Custom(Origin),
    /// A Control Panel and an API on different hosts; made by [`Platform::split`].
    #[non_exhaustive]
    Split {
        /// The origin of the Control Panel, which issues tokens.
        panel: Origin,
        /// The origin of the API.
        api: Origin,
    },
    /// A base URL; made by [`Platform::base`].
    Base(BaseUrl),
}

impl Platform {
    /// Creates the platform of a Control Panel's host (`euportal.comm100.com`) or origin
    /// (`http://127.0.0.1:8080`).
    ///
    /// The hosts `portal{N}.comm100.io` and `dash{N}.comm100.io` are recognized: requests go to
    /// `api{N}.comm100.io`.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error for anything else, for user information, path,
    /// query or fragment, and for `http` to another host than a loopback one: the credentials
    /// would be sent unencrypted.
    pub fn custom(host: impl AsRef<str>) -> Result<Self> {
        Origin::parse(host.as_ref(), Http::Loopback).map(Self::Custom)
    }

    /// Creates the platform of a Control Panel and an API with hosts or origins of their own, for
    /// white-label hosts. Requests go to the API, and tokens come from the panel.
    ///
    /// # Errors
    ///
    /// Those of [`custom`](Self::custom), for each.
    pub fn split(panel: impl AsRef<str>, api: impl AsRef<str>) -> Result<Self> {
        Ok(Self::Split {
            panel: Origin::parse(panel.as_ref(), Http::Loopback)?,
            api: Origin::parse(api.as_ref(), Http::Loopback)?,
        })
    }

    /// Creates the platform of a base URL such as `https://chat.example.com/api/`, to which no
    /// version is added. Its origin is the Control Panel's.
    ///
    /// Versions have no meaning then: those of declarations are ignored.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error for anything else, for user information, query
    /// or fragment, and for `http` to another host than a loopback one.
    pub fn base(url: impl AsRef<str>) -> Result<Self> {
        BaseUrl::parse(url.as_ref()).map(Self::Base)
    }

    /// Like [`custom`](Self::custom), but accepts `http` to any host: **the credentials are sent
    /// unencrypted**, readable by everyone in between. For a sandbox in a network of containers.
    /// Neither [`FromStr`] nor `COMM100_PLATFORM` accepts such an origin.
    ///
    /// # Errors
    ///
    /// Those of [`custom`](Self::custom), but for `http`.
    pub fn danger_http(origin: impl AsRef<str>) -> Result<Self> {
        Origin::parse(origin.as_ref(), Http::AnyHost).map(Self::Custom)
    }

    /// Returns the origins and base URLs of the platform.
    pub(crate) fn location(&self) -> Result<Location> {
        match self {
            Self::Hosted => Location::of_panel(Origin::parse(HOSTED, Http::Loopback)?.url()),
            Self::Enterprise => {
                Location::of_panel(Origin::parse(ENTERPRISE, Http::Loopback)?.url())
            }
            Self::Custom(origin) => Location::of_panel(origin.url()),
            Self::Split { panel, api } => Location::new(panel.url(), api.url()),
            Self::Base(base) => Location::of_base(base.url()),
        }
    }
}

impl FromStr for Platform {
    type Err = Error;

    /// Parses `hosted`, `enterprise` (in any case), what [`Platform::custom`] takes, the two hosts of
    /// [`Platform::split`] with a comma between them, or the URL of [`Platform::base`] if it has a path: a URL
    /// that ends after its host is the origin of a Control Panel.
    fn from_str(text: &str) -> Result<Self> {
        let has_path = text
            .split_once("://")
            .and_then(|(_, rest)| rest.split_once('/'))
            .is_some_and(|(_, path)| !path.is_empty());
        match text.split_once(',') {
            _ if text.eq_ignore_ascii_case("hosted") => Ok(Self::Hosted),
            _ if text.eq_ignore_ascii_case("enterprise") => Ok(Self::Enterprise),
            Some((_, api)) if api.contains(',') => Err(unusable("it contains more than one comma")),
            Some((panel, api)) => Self::split(panel, api),
            None if has_path => Self::base(text),
            None => Self::custom(text),
        }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hosted => write!(formatter, "https://{HOSTED}"),
            Self::Enterprise => write!(formatter, "https://{ENTERPRISE}"),
            Self::Custom(origin) => write!(formatter, "{origin}"),
            Self::Split { panel, api } => write!(formatter, "{panel},{api}"),
            Self::Base(url) => write!(formatter, "{url}"),
        }
    }
}
