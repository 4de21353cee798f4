//! Who calls: an agent's email and API key.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::HeaderValue;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use crate::environment::environment;
use crate::error::{Error, Result};
use crate::headers::ascii_header;

/// The email and the API key of an agent: the user and the password of HTTP
/// Basic authorization (RFC 7617), which every request carries.
///
/// The key is zeroized when dropped and never shown:
///
/// ```
/// let credentials = comm100::Credentials::new("agent@example.com", "API_KEY");
/// assert_eq!(format!("{credentials:?}"), r#"Credentials { email: "agent@example.com", api_key: [REDACTED] }"#);
/// ```
#[derive(Clone)]
pub struct Credentials {
    email: String,
    api_key: SecretString,
}

impl Credentials {
    /// Takes an agent's email and API key, as the Control Panel shows them.
    /// They are checked when a client is built with them.
    pub fn new(email: impl Into<String>, api_key: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            api_key: SecretString::from(api_key.into()),
        }
    }

    /// Reads the environment variables `COMM100_EMAIL` and `COMM100_API_KEY`.
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that names the variable which is missing or
    /// is not Unicode.
    pub fn from_env() -> Result<Self> {
        Ok(Self::new(
            environment("COMM100_EMAIL")?,
            environment("COMM100_API_KEY")?,
        ))
    }

    /// The agent's email.
    #[must_use]
    pub fn email(&self) -> &str {
        &self.email
    }

    /// The ready value of `Authorization`, marked sensitive.
    pub(crate) fn header(&self) -> Result<HeaderValue> {
        let key = self.api_key.expose_secret();
        if self.email.is_empty() {
            return Err(Error::config(
                "the email is empty; give the agent's email".into(),
            ));
        }
        if self.email.contains(':') {
            return Err(Error::config(
                "the email holds `:`, which ends the user of Basic authorization; give the agent's email alone".into(),
            ));
        }
        if self.email.chars().any(char::is_control) {
            return Err(Error::config(
                "the email holds a control character (a line break, perhaps); give the agent's email alone".into(),
            ));
        }
        if key.is_empty() {
            return Err(Error::config(
                "the API key is empty; give the key that the Control Panel shows".into(),
            ));
        }
        if ascii_header(key).is_none() {
            return Err(Error::config(
                "the API key holds a character that cannot stand in a header (a line break, perhaps); give the key that the Control Panel shows".into(),
            ));
        }
        let pair = Zeroizing::new(format!("{}:{key}", self.email));
        // Reserved in full: a buffer that grows leaves a copy behind.
        let length = "Basic ".len() + pair.len().div_ceil(3) * 4;
        let mut value = Zeroizing::new(String::with_capacity(length));
        value.push_str("Basic ");
        STANDARD.encode_string(pair.as_bytes(), &mut value);
        // The header shares the buffer, which is zeroized when its last clone is dropped.
        let value = Bytes::from_owner(ZeroizedText(value));
        let mut header = HeaderValue::from_maybe_shared(value)
            .map_err(|_| Error::config("the email and the API key cannot form a header".into()))?;
        header.set_sensitive(true);
        Ok(header)
    }
}

struct ZeroizedText(Zeroizing<String>);

impl AsRef<[u8]> for ZeroizedText {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Credentials")
            .field("email", &self.email)
            .field("api_key", &format_args!("[REDACTED]"))
            .finish()
    }
}
