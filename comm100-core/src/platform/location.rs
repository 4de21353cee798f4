//! The origins of a platform, and the base URL of each version.

use std::time::Duration;

use url::Url;

use super::base::Base;
use crate::error::{Error, Result};
use crate::info::EndpointInfo;
use crate::service::{ApiVersion, known_host};

/// The origins of a client's requests and token requests.
#[derive(Clone, Debug)]
pub(crate) struct Location {
    /// The origin of the Control Panel, which issues tokens.
    pub(crate) panel: Base,
    /// The origin of the API, without a base path.
    pub(crate) root: Base,
    /// One per version, in their order.
    bases: [Base; ApiVersion::COUNT],
    /// The versions that the host is known to serve; `None` for a host that may serve any.
    served: Option<&'static [ApiVersion]>,
    default_version: ApiVersion,
    /// The documented limit of requests in any period of this length.
    pub(crate) rate_limit: Option<(u32, Duration)>,
}

impl Location {
    /// Creates the location of a Control Panel whose API follows from its host.
    pub(super) fn of_panel(panel: &Url) -> Result<Self> {
        // The service is reached by https at its usual port; any other origin is another server.
        let host = panel
            .host_str()
            .filter(|_| panel.scheme() == "https" && panel.port().is_none());
        let Some(known) = host.and_then(known_host) else {
            return Self::new(panel, panel);
        };
        let mut api = panel.clone();
        if let Some(host) = &known.api_host {
            api.set_host(Some(host))
                .map_err(|error| Error::config(format!("the API has no host: {error}")))?;
        }
        Ok(Self {
            served: Some(known.versions),
            rate_limit: known.rate_limit,
            default_version: known.versions.first().copied().unwrap_or_default(),
            ..Self::new(panel, &api)?
        })
    }

    /// Creates the location of any two origins.
    pub(super) fn new(panel: &Url, api: &Url) -> Result<Self> {
        let [v1, v2, v3, v4] = ApiVersion::all().map(|version| Base::new(api, version.base_path()));
        Ok(Self {
            panel: Base::new(panel, "/")?,
            root: Base::new(api, "/")?,
            bases: [v1?, v2?, v3?, v4?],
            served: None,
            rate_limit: None,
            default_version: ApiVersion::default(),
        })
    }

    /// Creates the location of a base URL for all versions.
    pub(super) fn of_base(url: &Url) -> Result<Self> {
        let mut base = Base::new(url, url.path())?;
        base.is_unversioned = true;
        Ok(Self {
            bases: std::array::from_fn(|_| base.clone()),
            ..Self::new(url, url)?
        })
    }

    /// Sets the version of endpoints that are declared without one.
    pub(crate) fn with_version(mut self, version: ApiVersion) -> Result<Self> {
        if self.default_base().is_unversioned {
            return Err(Error::config(
                "`version` has no meaning with `Platform::base`, whose URL is used as it is; leave it out".into(),
            ));
        }
        self.default_version = version;
        Ok(self)
    }

    /// Returns the base URL of the client's own version.
    pub(crate) fn default_base(&self) -> &Base {
        &self.bases[self.default_version as usize]
    }

    /// Returns the base URL of an endpoint.
    pub(crate) fn base(&self, endpoint: &EndpointInfo) -> &Base {
        if endpoint.is_root() {
            return &self.root;
        }
        &self.bases[self.version(endpoint) as usize]
    }

    /// Rejects an endpoint of a version that the platform does not serve.
    pub(crate) fn check(&self, endpoint: &EndpointInfo) -> Result<()> {
        let Some(served) = self.served else {
            return Ok(());
        };
        let version = self.version(endpoint);
        if endpoint.is_root() || served.contains(&version) {
            return Ok(());
        }
        let numbers: Vec<_> = served
            .iter()
            .map(|version| version.number().to_string())
            .collect();
        Err(Error::request(format!(
            "{} does not serve version {} of the API, only {}; check the platform, or the version of the declaration",
            self.panel.authority,
            version.number(),
            numbers.join(" and ")
        )))
    }

    fn version(&self, endpoint: &EndpointInfo) -> ApiVersion {
        endpoint.version().unwrap_or(self.default_version)
    }
}
