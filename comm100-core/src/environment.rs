//! Environment variables that configure a client.

use crate::error::{Error, Result};

/// The value of an environment variable that must be there.
pub(crate) fn environment(name: &str) -> Result<String> {
    std::env::var(name).map_err(|error| {
        Error::config(match error {
            std::env::VarError::NotPresent => {
                format!("the environment variable {name} is not set; set it")
            }
            std::env::VarError::NotUnicode(_) => {
                format!("the environment variable {name} is not Unicode; set it anew")
            }
        })
    })
}
