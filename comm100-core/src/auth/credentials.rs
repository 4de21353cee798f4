//! Who calls: an agent's email and API key.

use std::fmt;
use std::sync::Arc;

use secrecy::SecretString;

use super::authorize::Authorize;
use super::basic::Basic;
use crate::environment::environment;
use crate::error::Result;

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

    /// Checks the credentials and returns what authorizes attempts with them.
    pub(crate) fn authorize(&self) -> Result<Arc<dyn Authorize>> {
        Ok(Arc::new(Basic::new(&self.email, &self.api_key)?))
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
