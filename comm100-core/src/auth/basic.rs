//! HTTP Basic authorization with an agent's email and API key (RFC 7617).

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_core::future::BoxFuture;
use http::HeaderValue;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use super::authorize::{Authorization, Authorize};
use super::secret_header::secret_header;
use crate::error::{Error, Result};
use crate::headers::ascii_header;

/// The same authorization for all attempts.
pub(super) struct Basic {
    email: String,
    authorization: Arc<Authorization>,
}

impl Basic {
    pub(super) fn new(email: &str, api_key: &SecretString) -> Result<Self> {
        Ok(Self {
            email: email.to_owned(),
            authorization: Arc::new(Authorization {
                header: header(email, api_key)?,
                query: None,
            }),
        })
    }
}

impl Authorize for Basic {
    fn ready(&self) -> Option<Arc<Authorization>> {
        Some(Arc::clone(&self.authorization))
    }

    fn obtain(self: Arc<Self>) -> BoxFuture<'static, Result<Arc<Authorization>>> {
        Box::pin(std::future::ready(Ok(Arc::clone(&self.authorization))))
    }

    fn identity(&self) -> Option<&str> {
        Some(&self.email)
    }
}

/// The value of `Authorization`, marked sensitive.
fn header(email: &str, api_key: &SecretString) -> Result<HeaderValue> {
    let key = api_key.expose_secret();
    if email.is_empty() {
        return Err(Error::config(
            "the email is empty; pass the agent's email".into(),
        ));
    }
    if email.contains(':') {
        return Err(Error::config(
            "the email contains `:`, which ends the user of Basic authorization; pass only the agent's email".into(),
        ));
    }
    if email.chars().any(char::is_control) {
        return Err(Error::config(
            "the email contains a control character (a line break, perhaps); pass only the agent's email".into(),
        ));
    }
    if key.is_empty() {
        return Err(Error::config(
            "the API key is empty; pass the key that the Control Panel shows".into(),
        ));
    }
    if ascii_header(key).is_none() {
        return Err(Error::config(
            "the API key contains a character that a header cannot have (a line break, perhaps); pass the key that the Control Panel shows".into(),
        ));
    }
    let pair = Zeroizing::new(format!("{email}:{key}"));
    // Reserved in full: a buffer that grows leaves a copy behind.
    let length = "Basic ".len() + pair.len().div_ceil(3) * 4;
    let mut value = Zeroizing::new(String::with_capacity(length));
    value.push_str("Basic ");
    STANDARD.encode_string(pair.as_bytes(), &mut value);
    secret_header(value)
        .ok_or_else(|| Error::config("the email and the API key cannot form a header".into()))
}
