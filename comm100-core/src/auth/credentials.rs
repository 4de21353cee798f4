//! The credentials of a client.

use std::fmt;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use super::access_token::TokenSource;
use super::authorize::Authorize;
use super::check;
use super::fetch::{BoundedSource, PasswordGrant, TokenContext};
use super::fixed::Fixed;
use super::token_cache::TokenCache;
use crate::error::{Error, Result};

/// The credentials that requests are made with.
///
/// | | the request carries |
/// | --- | --- |
/// | [`new`](Self::new) | HTTP Basic: the agent's email and API key; with [`site_id`](Self::site_id) also `siteId` in the query |
/// | [`password`](Self::password), [`partner`](Self::partner) | a token that the client gets from the Control Panel, and renews |
/// | [`bearer`](Self::bearer) | a token that you have |
/// | [`tokens`](Self::tokens) | a token of your own source |
///
/// Version 1 of the API documents Basic alone: with tokens, use a later version.
///
/// Keys, passwords and tokens are zeroized when dropped and never shown:
///
/// ```
/// let credentials = comm100::Credentials::new("agent@example.com", "API_KEY");
/// assert_eq!(format!("{credentials:?}"), r#"Credentials { email: "agent@example.com", api_key: [REDACTED] }"#);
/// ```
#[derive(Clone)]
pub struct Credentials {
    kind: Kind,
    site_id: Option<u64>,
    client_id: Option<String>,
}

#[derive(Clone)]
enum Kind {
    Basic {
        email: String,
        api_key: SecretString,
    },
    Password {
        email: String,
        password: SecretString,
        path: &'static str,
    },
    Bearer(SecretString),
    Tokens(Arc<dyn TokenSource>),
}

/// The paths of the token endpoints, below the Control Panel's origin.
const TOKEN_PATH: &str = "/oauth/token";
const PARTNER_TOKEN_PATH: &str = "/partner/oauth/token";

impl Credentials {
    /// Creates credentials from an agent's email and API key, as the Control Panel shows them. They
    /// are checked when a client is built with them.
    pub fn new(email: impl Into<String>, api_key: impl Into<String>) -> Self {
        Self::of(Kind::Basic {
            email: email.into(),
            api_key: SecretString::from(api_key.into()),
        })
    }

    /// Creates credentials from an agent's email and password, for which the Control Panel issues
    /// tokens (`POST {panel}/oauth/token`). Platforms of version 4 also need a
    /// [`client_id`](Self::client_id).
    ///
    /// A token endpoint that is unavailable (no connection, no answer, or a status such as 503) is
    /// asked again until it answers, or until the deadlines of the calls that wait for the token,
    /// whatever the number of attempts of the [`RetryPolicy`](crate::RetryPolicy); with
    /// [`RetryPolicy::off`](crate::RetryPolicy::off) it is asked once. Wrong credentials are an
    /// [`Authorization`](crate::ErrorKind::Authorization) error at once, and so is a `Retry-After` of
    /// more than 30 seconds.
    pub fn password(email: impl Into<String>, password: impl Into<String>) -> Self {
        Self::of(Kind::Password {
            email: email.into(),
            password: SecretString::from(password.into()),
            path: TOKEN_PATH,
        })
    }

    /// Creates credentials from a partner's email and password, for tokens of the partner API
    /// (`POST {panel}/partner/oauth/token`).
    pub fn partner(email: impl Into<String>, password: impl Into<String>) -> Self {
        Self::of(Kind::Password {
            email: email.into(),
            password: SecretString::from(password.into()),
            path: PARTNER_TOKEN_PATH,
        })
    }

    /// Creates credentials from a token, which is never renewed.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self::of(Kind::Bearer(SecretString::from(token.into())))
    }

    /// Creates credentials from a source of tokens, a type or a closure, which is asked for a new one when it is needed.
    pub fn tokens(source: impl TokenSource) -> Self {
        Self::of(Kind::Tokens(Arc::new(source)))
    }

    /// Adds `siteId` to the query of every request, which version 4 demands with API keys. For
    /// [`new`](Self::new) only: a token belongs to a site.
    #[must_use]
    pub fn site_id(mut self, site_id: u64) -> Self {
        self.site_id = Some(site_id);
        self
    }

    /// Adds `client_id` to the requests for a token: the id of an OAuth client, from the Control
    /// Panel's security settings. For [`password`](Self::password) and [`partner`](Self::partner)
    /// only.
    #[must_use]
    pub fn client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = Some(client_id.into());
        self
    }

    /// Returns the email of the agent or partner; `None` for tokens.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        match &self.kind {
            Kind::Basic { email, .. } | Kind::Password { email, .. } => Some(email),
            Kind::Bearer(_) | Kind::Tokens(_) => None,
        }
    }

    fn of(kind: Kind) -> Self {
        Self {
            kind,
            site_id: None,
            client_id: None,
        }
    }

    /// Checks the credentials and returns what authorizes attempts with them.
    pub(crate) fn authorize(&self, context: &Arc<TokenContext>) -> Result<Arc<dyn Authorize>> {
        let is_basic = matches!(self.kind, Kind::Basic { .. });
        let is_password = matches!(self.kind, Kind::Password { .. });
        if self.site_id.is_some() && !is_basic {
            return Err(Error::config(
                "`site_id` applies to `Credentials::new` alone, since a token belongs to a site; leave it out".into(),
            ));
        }
        if self.client_id.is_some() && !is_password {
            return Err(Error::config(
                "`client_id` applies to `Credentials::password` and `partner` alone; leave it out"
                    .into(),
            ));
        }
        let cached = |source, identity| -> Arc<dyn Authorize> {
            Arc::new(TokenCache::new(
                source,
                identity,
                context.retry.clone(),
                Arc::clone(&context.clock),
            ))
        };
        Ok(match &self.kind {
            Kind::Basic { email, api_key } => Arc::new(Fixed::basic(email, api_key, self.site_id)?),
            Kind::Bearer(token) => Arc::new(Fixed::bearer(token)?),
            Kind::Tokens(source) => {
                let source = BoundedSource {
                    source: Arc::clone(source),
                    timeout: context.timeout,
                };
                cached(Box::new(source), None)
            }
            Kind::Password {
                email,
                password,
                path,
            } => {
                check::email(email).map_err(Error::config)?;
                check::text(password.expose_secret(), "password").map_err(Error::config)?;
                if let Some(client_id) = &self.client_id {
                    check::text(client_id, "client id").map_err(Error::config)?;
                }
                let grant = PasswordGrant {
                    context: Arc::clone(context),
                    path,
                    email: email.clone(),
                    password: password.clone(),
                    client_id: self.client_id.clone(),
                };
                cached(Box::new(grant), Some(email.clone()))
            }
        })
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let redacted = format_args!("[REDACTED]");
        let mut debug = formatter.debug_struct("Credentials");
        if let Some(email) = self.email() {
            debug.field("email", &email);
        }
        match &self.kind {
            Kind::Basic { .. } => debug.field("api_key", &redacted),
            Kind::Password { .. } => debug.field("password", &redacted),
            Kind::Bearer(_) => debug.field("token", &redacted),
            Kind::Tokens(_) => debug.field("tokens", &format_args!("..")),
        };
        if let Some(site_id) = self.site_id {
            debug.field("site_id", &site_id);
        }
        if self.client_id.is_some() {
            debug.field("client_id", &format_args!(".."));
        }
        debug.finish()
    }
}
