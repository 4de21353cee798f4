//! The platform of the environment.

use super::Platform;
use crate::environment::optional;
use crate::error::{Error, Result};

const PLATFORM: &str = "COMM100_PLATFORM";

impl Platform {
    /// Reads the platform from the environment variable `COMM100_PLATFORM`, in any form that
    /// [`Platform`] parses. Defaults to [`Platform::Hosted`], if the variable is not set.
    ///
    /// ```no_run
    /// use comm100::{Client, Credentials, Platform};
    ///
    /// let client = Client::builder()
    ///     .platform(Platform::from_env()?)
    ///     .credentials(Credentials::from_env()?)
    ///     .daily_limit(5_000)
    ///     .build()?;
    /// # Ok::<(), comm100::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that names the variable, if it is empty, padded
    /// with white space or not a platform.
    pub fn from_env() -> Result<Self> {
        match optional(PLATFORM)? {
            None => Ok(Self::default()),
            Some(text) => text.parse().map_err(|error| {
                Error::config(format!("the environment variable {PLATFORM}: {error}"))
            }),
        }
    }
}
