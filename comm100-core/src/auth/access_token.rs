//! Access tokens, and where users get them from.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_core::future::BoxFuture;
use secrecy::SecretString;

use crate::error::BoxError;

/// A token of the API, for a [`TokenSource`].
///
/// The token is zeroized when dropped and never shown:
///
/// ```
/// use std::time::Duration;
/// use comm100::AccessToken;
///
/// let token = AccessToken::new("eyJhbGciOi..").expires_in(Duration::from_secs(43_199));
/// assert!(!format!("{token:?}").contains("eyJ"));
/// ```
#[derive(Clone)]
pub struct AccessToken {
    pub(super) secret: SecretString,
    pub(super) expires_in: Option<Duration>,
}

impl AccessToken {
    /// Creates an access token. Without [`expires_in`](Self::expires_in) it lasts until the service answers 401.
    pub fn new(secret: impl Into<String>) -> Self {
        Self {
            secret: SecretString::from(secret.into()),
            expires_in: None,
        }
    }

    /// Sets how long the token lasts from now on. It is renewed after 90 % of that time.
    #[must_use]
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.expires_in = Some(life);
        self
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AccessToken")
            .field("secret", &format_args!("[REDACTED]"))
            .field("expires_in", &self.expires_in)
            .finish()
    }
}

/// A source of tokens, for [`Credentials::tokens`](crate::Credentials::tokens): an
/// authorization-code flow, a vault, another process.
///
/// The client requests a token for the first call, before a token expires, and after a 401: one
/// request at a time on each Tokio runtime. Each request is limited by the client's
/// `attempt_timeout`. Its future is then dropped, and the source is asked again while calls wait,
/// unless retries are off. A source that must not be interrupted, for example while it exchanges a
/// one-time refresh token, spawns a task for it.
///
/// A closure that returns a future is a source:
///
/// ```
/// use std::path::PathBuf;
/// use comm100::{AccessToken, Credentials};
///
/// let path = PathBuf::from("/run/secrets/comm100");
/// let credentials = Credentials::tokens(move || {
///     let path = path.clone();
///     async move { Ok(AccessToken::new(tokio::fs::read_to_string(path).await?.trim())) }
/// });
/// # drop(credentials);
/// ```
///
/// A type implements the trait:
///
/// ```
/// use std::error::Error;
/// use comm100::{AccessToken, BoxFuture, TokenSource};
///
/// struct Vault;
///
/// impl TokenSource for Vault {
///     fn token(&self) -> BoxFuture<'_, Result<AccessToken, Box<dyn Error + Send + Sync>>> {
///         Box::pin(async { Ok(AccessToken::new(std::fs::read_to_string("/run/token")?.trim())) })
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a source of tokens",
    label = "neither implements `TokenSource` nor is a closure that returns a future",
    note = "use `|| async {{ Ok(AccessToken::new(..)) }}`, or `Credentials::bearer(..)` for a token that you have"
)]
pub trait TokenSource: Send + Sync + 'static {
    /// Returns a valid token. After the service rejects a token, returns another one.
    ///
    /// # Errors
    ///
    /// Any: the calls that wait fail with
    /// [`ErrorKind::Authorization`](crate::ErrorKind::Authorization) and this error as their source.
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, BoxError>>;
}

impl<T: TokenSource + ?Sized> TokenSource for Arc<T> {
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, BoxError>> {
        (**self).token()
    }
}

impl<S, F> TokenSource for S
where
    S: Fn() -> F + Send + Sync + 'static,
    F: Future<Output = Result<AccessToken, BoxError>> + Send + 'static,
{
    fn token(&self) -> BoxFuture<'_, Result<AccessToken, BoxError>> {
        Box::pin(self())
    }
}
