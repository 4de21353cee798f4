//! Environment variables that configure a client.

use std::env::VarError;

use crate::error::{Error, Result};

/// Returns the value of a variable that must be set.
pub(crate) fn required(name: &str) -> Result<String> {
    optional(name)?.ok_or_else(|| {
        Error::config(format!(
            "the environment variable {name} is not set; set it"
        ))
    })
}

/// Returns the value of a variable, if it is set. A value that is empty or padded is a mistake.
pub(crate) fn optional(name: &str) -> Result<Option<String>> {
    let unusable = |why: &str| {
        Error::config(format!(
            "the environment variable {name} {why}; set it again, or unset it"
        ))
    };
    match std::env::var(name) {
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(unusable("is not Unicode")),
        Ok(value) if value.is_empty() => Err(unusable("is empty")),
        Ok(value) if value.trim() != value => Err(unusable("begins or ends with white space")),
        Ok(value) => Ok(Some(value)),
    }
}
