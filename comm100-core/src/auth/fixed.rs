//! Authorizations that never change: HTTP Basic (RFC 7617), and a token that the user has.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_core::future::BoxFuture;
use http::HeaderValue;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

use super::authorize::{Authorization, Authorize, Ready};
use super::check;
use super::secret_bytes::secret_header;
use crate::error::{Error, Result};

/// The same authorization for all attempts.
pub(super) struct Fixed {
    identity: Option<String>,
    authorization: Arc<Authorization>,
}

impl Fixed {
    /// Creates the authorization of an agent's email and API key.
    pub(super) fn basic(email: &str, api_key: &SecretString, site_id: Option<u64>) -> Result<Self> {
        let header = basic(email, api_key)?;
        let query = site_id.map(|site_id| format!("siteId={site_id}").into());
        Ok(Self {
            identity: Some(email.to_owned()),
            authorization: Arc::new(Authorization::new(header, query)),
        })
    }

    /// Creates the authorization of a token, which is never renewed.
    pub(super) fn bearer(token: &SecretString) -> Result<Self> {
        check::token(token.expose_secret()).map_err(Error::config)?;
        Ok(Self {
            identity: None,
            authorization: Arc::new(Authorization::new(bearer(token)?, None)),
        })
    }
}

impl Authorize for Fixed {
    fn ready(&self) -> Option<Ready> {
        Some(Ready {
            authorization: Arc::clone(&self.authorization),
            is_due: false,
        })
    }

    fn obtain(self: Arc<Self>, _: Instant) -> BoxFuture<'static, Result<Arc<Authorization>>> {
        Box::pin(std::future::ready(Ok(Arc::clone(&self.authorization))))
    }

    fn identity(&self) -> Option<&str> {
        self.identity.as_deref()
    }
}

fn basic(email: &str, api_key: &SecretString) -> Result<HeaderValue> {
    let key = api_key.expose_secret();
    check::basic_email(email).map_err(Error::config)?;
    check::secret(key, "API key").map_err(Error::config)?;
    let pair = Zeroizing::new(format!("{email}:{key}"));
    // Reserved in full: a buffer that grows leaves a copy behind.
    let length = "Basic ".len() + pair.len().div_ceil(3) * 4;
    let mut value = Zeroizing::new(String::with_capacity(length));
    value.push_str("Basic ");
    STANDARD.encode_string(pair.as_bytes(), &mut value);
    secret_header(value)
        .ok_or_else(|| Error::config("the email and the API key cannot form a header".into()))
}

/// Returns the value of `Authorization` with a token that was checked.
pub(super) fn bearer(token: &SecretString) -> Result<HeaderValue> {
    let token = token.expose_secret();
    let mut value = Zeroizing::new(String::with_capacity("Bearer ".len() + token.len()));
    value.push_str("Bearer ");
    value.push_str(token);
    secret_header(value)
        .ok_or_else(|| Error::authorization("the token cannot form a header".into()))
}
