//! The clients of the fault tests, and the secrets that they must keep.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::time::Duration;

use comm100::{Client, ClientBuilder, Credentials, Error, Platform, RetryPolicy};

/// The agent.
pub const EMAIL: &str = "agent@example.com";
/// The key that must not show up anywhere.
pub const API_KEY: &str = "KEY-5f1d0c2b9a";
/// `agent@example.com:KEY-5f1d0c2b9a` in Base64.
pub const API_KEY_BASE64: &str = "YWdlbnRAZXhhbXBsZS5jb206S0VZLTVmMWQwYzJiOWE=";
/// The password for which tokens are issued.
pub const PASSWORD: &str = "PASSWORD-0b7d93aa51";
/// All tokens begin with this.
pub const TOKEN: &str = "TOKEN-c41e7f0d22";
/// The token that comes beside a token, and is not used.
pub const REFRESH_TOKEN: &str = "REFRESH-9a61c0b7e4";
/// A parameter's value, which must not show up in what is logged.
pub const VALUE: &str = "VALUE-77aa41";

/// A client of a test server: no waits between attempts, and limits of time
/// that a busy machine keeps. From
/// then on, a secret in a log record or a panic ends the program.
///
/// # Errors
///
/// If the origin is not a platform's.
pub fn builder(origin: &str) -> Result<ClientBuilder, Error> {
    crate::secrets::watch();
    Ok(Client::builder()
        .platform(Platform::custom(origin)?)
        .credentials(Credentials::new(EMAIL, API_KEY))
        .connect_timeout(Duration::from_secs(10))
        .attempt_timeout(Duration::from_secs(20))
        .timeout(Duration::from_secs(60))
        .retry(policy()))
}

/// The default policy without its waits.
#[must_use]
pub fn policy() -> RetryPolicy {
    RetryPolicy::new().jitter(|_| Duration::ZERO)
}

/// All that an error shows: `Display`, both forms of `Debug`, and its sources.
#[must_use]
pub fn shown(error: &Error) -> String {
    let mut text = format!(
        "{error}\n{error:?}\n{error:#?}\n{:?}\n",
        error.api().map(|_| "api")
    );
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = writeln!(text, "{cause}\n{cause:?}");
        source = cause.source();
    }
    text
}

/// Returns the secrets that a text contains.
#[must_use]
pub fn leaks(text: &str) -> Vec<&'static str> {
    let start_of_base64 = &API_KEY_BASE64[24..40];
    [
        API_KEY,
        API_KEY_BASE64,
        start_of_base64,
        PASSWORD,
        TOKEN,
        REFRESH_TOKEN,
        VALUE,
    ]
    .into_iter()
    .filter(|secret| text.contains(secret))
    .collect()
}
