//! Text that must not be shown.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::model::field::{Field, serde_field};
use crate::model::schema::described;

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
    /// The text itself: to make [`Credentials`](crate::Credentials) of an API key, say.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
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

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::read(deserializer).map(Self)
    }
}

serde_field!(Secret);

described!(
    Secret,
    "A secret: an API key or a password.",
    |_| schemars::json_schema!({ "type": "string", "format": "password" })
);

/// How a parameter that is a secret is written.
pub(crate) fn secret(text: &str) -> WrittenSecret<'_> {
    WrittenSecret(text)
}

/// A secret that is sent and never answered.
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
