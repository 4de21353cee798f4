//! Secrets.

use std::fmt;

use serde::Serialize;

use super::scalar::{Scalar, deserialize_scalar, schema_of_type};
use super::schema::described;

/// A secret: an agent's API key or password. `Debug` hides it; it has no `Display`.
///
/// ```
/// use comm100::v1::Secret;
///
/// let key = Secret::from("T0psecret");
/// assert_eq!(format!("{key:?}"), "Secret(..)");
/// assert_eq!(key.expose(), "T0psecret");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Secret(String);

impl Secret {
    /// Returns the text itself, for example to make [`Credentials`](crate::Credentials) of an API
    /// key.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Returns true if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(..)")
    }
}

impl Scalar for Secret {
    const EXPECTED: &'static str = "a string";

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }

    fn from_owned_text(text: String) -> Option<Self> {
        Some(Self(text))
    }

    fn from_signed(number: i64) -> Option<Self> {
        Some(Self(number.to_string()))
    }

    schema_of_type!();
}

deserialize_scalar!(Secret);

described!(
    Secret,
    "A secret: an API key or a password.",
    |_| schemars::json_schema!({ "type": "string", "format": "password" })
);

/// Returns a secret parameter as it is sent.
pub(crate) fn secret(text: &str) -> WrittenSecret<'_> {
    WrittenSecret(text)
}

/// A secret that is sent and never returned.
#[derive(Serialize)]
pub(crate) struct WrittenSecret<'a>(&'a str);

#[cfg(feature = "openapi")]
impl schemars::JsonSchema for WrittenSecret<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WrittenSecret".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "password", "writeOnly": true })
    }
}
