//! The metadata of an endpoint: its name, method, path and parameters.

use std::fmt;
use std::time::Duration;

use http::Method;

use super::parameter::ParameterInfo;
use super::verb::Verb;
use crate::service::ApiVersion;

#[cfg(feature = "openapi")]
use super::description::{Describe, Description};

/// The metadata of an endpoint.
///
/// ```
/// # use comm100::{api, Result};
/// #[api(path = "livechat/tickets")]
/// trait Tickets {
///     #[get("{id}")]
///     async fn get_ticket(&self, id: u64) -> Result<String>;
/// }
///
/// let endpoint = GetTicketBuilder::ENDPOINT;
/// assert_eq!(endpoint.name(), "get_ticket");
/// assert_eq!(endpoint.to_string(), "GET livechat/tickets/{id}");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EndpointInfo {
    name: &'static str,
    verb: Verb,
    path: &'static str,
    parameters: &'static [ParameterInfo],
    permission: Option<&'static str>,
    edition: Option<&'static str>,
    version: Option<ApiVersion>,
    root: bool,
    /// The origin of an endpoint that is a URL from the service.
    given_url: Option<UrlOf>,
    timeout: Option<Duration>,
    idempotent: bool,
    #[cfg(feature = "openapi")]
    describe: Option<Describe>,
}

/// The origin of a URL from the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum UrlOf {
    Api,
    Panel,
}

impl EndpointInfo {
    /// Returns the Rust name of the method, or of the derived struct.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the HTTP method.
    #[must_use]
    pub fn method(&self) -> &'static Method {
        self.verb.method()
    }

    /// Returns the full template of the path below the base URL: `livechat/chats/{id}`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the parameters, in the declared order.
    #[must_use]
    pub const fn parameters(&self) -> &'static [ParameterInfo] {
        self.parameters
    }

    /// Returns the permission that the agent needs, if one is declared.
    #[must_use]
    pub const fn permission(&self) -> Option<&'static str> {
        self.permission
    }

    /// Returns the edition that the account needs, if one is declared.
    #[must_use]
    pub const fn edition(&self) -> Option<&'static str> {
        self.edition
    }

    /// Returns the version of the API that the trait was declared with; `None` means the client's.
    #[must_use]
    pub const fn version(&self) -> Option<ApiVersion> {
        self.version
    }

    /// Returns the timeout of the whole call, if one is declared; `None` means the client's.
    #[must_use]
    pub const fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// Returns true if a second call does no more than the first, so that a call whose
    /// outcome is unknown may be sent again.
    #[must_use]
    pub const fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Returns true if the path is relative to the origin of the API, without the base path of a
    /// version.
    #[must_use]
    pub const fn is_root(&self) -> bool {
        self.root
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        name: &'static str,
        verb: Verb,
        path: &'static str,
        parameters: &'static [ParameterInfo],
    ) -> Self {
        Self {
            name,
            verb,
            path,
            parameters,
            permission: None,
            edition: None,
            version: None,
            root: false,
            given_url: None,
            timeout: None,
            idempotent: matches!(verb, Verb::Get | Verb::Head | Verb::Put | Verb::Delete),
            #[cfg(feature = "openapi")]
            describe: None,
        }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_permission(mut self, permission: &'static str) -> Self {
        self.permission = Some(permission);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_edition(mut self, edition: &'static str) -> Self {
        self.edition = Some(edition);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_version(mut self, number: u8) -> Self {
        // An unknown number is reported by `declared_version`, once for all endpoints of a trait.
        self.version = ApiVersion::from_number(number);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_root(mut self) -> Self {
        self.root = true;
        self
    }

    pub(crate) const fn with_given_url(mut self, of: UrlOf) -> Self {
        self.given_url = Some(of);
        self
    }

    /// Returns true if the URL is requested as it is, without the client's part of the query.
    pub(crate) const fn has_given_url(&self) -> bool {
        self.given_url.is_some()
    }

    /// Returns true if requests go to the Control Panel's origin instead of the API's.
    pub(crate) const fn is_for_panel(&self) -> bool {
        matches!(self.given_url, Some(UrlOf::Panel))
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_timeout(mut self, seconds: u64) -> Self {
        self.timeout = Some(Duration::from_secs(seconds));
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_idempotence(mut self, idempotent: bool) -> Self {
        self.idempotent = idempotent;
        self
    }

    #[cfg(feature = "openapi")]
    #[doc(hidden)]
    #[must_use]
    pub const fn with_description(mut self, describe: fn(&mut Description)) -> Self {
        self.describe = Some(Describe(describe));
        self
    }

    /// Adds the types and docs of the declaration, if there are any.
    #[cfg(feature = "openapi")]
    #[doc(hidden)]
    pub fn describe(&self, description: &mut Description) {
        if let Some(Describe(describe)) = self.describe {
            describe(description);
        }
    }
}

/// The method and the template, never a value: `GET livechat/chats/{id}`.
impl fmt::Display for EndpointInfo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method(), self.path)
    }
}
