//! Credentials of the environment.

use super::check;
use super::credentials::Credentials;
use crate::environment::{optional, required};
use crate::error::{Error, Result};

const EMAIL: &str = "COMM100_EMAIL";
const API_KEY: &str = "COMM100_API_KEY";
const PASSWORD: &str = "COMM100_PASSWORD";
const CLIENT_ID: &str = "COMM100_CLIENT_ID";
const TOKEN: &str = "COMM100_TOKEN";
const SITE_ID: &str = "COMM100_SITE_ID";

impl Credentials {
    /// Reads the credentials from environment variables.
    ///
    /// | variables | credentials |
    /// | --- | --- |
    /// | `COMM100_EMAIL`, `COMM100_API_KEY`, and `COMM100_SITE_ID` if it is set | [`new`](Self::new) |
    /// | `COMM100_EMAIL`, `COMM100_PASSWORD`, and `COMM100_CLIENT_ID` if it is set | [`password`](Self::password) |
    /// | `COMM100_TOKEN` | [`bearer`](Self::bearer) |
    ///
    /// # Errors
    ///
    /// A [`Config`](crate::ErrorKind::Config) error that names the variable that is missing, empty,
    /// padded with white space, not usable, or contradicts another.
    pub fn from_env() -> Result<Self> {
        let api_key = optional(API_KEY)?;
        let password = optional(PASSWORD)?;
        let token = optional(TOKEN)?;
        let site_id = optional(SITE_ID)?;
        let client_id = optional(CLIENT_ID)?;
        if let Some(token) = token {
            exclude(TOKEN, &[API_KEY, PASSWORD, EMAIL, SITE_ID, CLIENT_ID])?;
            usable(TOKEN, check::token(&token))?;
            return Ok(Self::bearer(token));
        }
        if let Some(password) = password {
            exclude(PASSWORD, &[API_KEY, SITE_ID])?;
            let email = required(EMAIL)?;
            usable(EMAIL, check::email(&email))?;
            let credentials = Self::password(email, password);
            return Ok(match client_id {
                Some(client_id) => credentials.client_id(client_id),
                None => credentials,
            });
        }
        if api_key.is_none() && std::env::var_os(EMAIL).is_none() {
            return Err(Error::config(format!(
                "the environment has no credentials; set {EMAIL} and {API_KEY} or {PASSWORD}, or {TOKEN}"
            )));
        }
        let email = required(EMAIL)?;
        let Some(api_key) = api_key else {
            return Err(Error::config(format!(
                "the environment variable {API_KEY} is not set, nor is {PASSWORD}; set one of them"
            )));
        };
        exclude(API_KEY, &[CLIENT_ID])?;
        usable(EMAIL, check::basic_email(&email))?;
        usable(API_KEY, check::secret(&api_key, "API key"))?;
        let credentials = Self::new(email, api_key);
        Ok(match site_id {
            None => credentials,
            Some(text) => credentials.site_id(text.parse().map_err(|_| {
                Error::config(format!(
                    "the environment variable {SITE_ID} is not a number; set the site's id"
                ))
            })?),
        })
    }
}

/// Rejects variables that contradict one that is set.
fn exclude(name: &str, others: &[&str]) -> Result<()> {
    match others
        .iter()
        .find(|other| std::env::var_os(other).is_some())
    {
        None => Ok(()),
        Some(other) => Err(Error::config(format!(
            "the environment variables {name} and {other} contradict each other; unset one of them"
        ))),
    }
}

fn usable(name: &str, outcome: std::result::Result<(), String>) -> Result<()> {
    outcome.map_err(|text| {
        Error::config(format!(
            "the environment variable {name} cannot be used: {text}"
        ))
    })
}
