//! The HTML snippet that puts a campaign on a page.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::model::Model;
use crate::model::object::read_fields;

/// The HTML snippet that puts a campaign on a page.
///
/// Read from an object with the key `code`, from a JSON string, or from the bare HTML.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(fields_only)]
#[non_exhaustive]
pub struct InstallationCode {
    /// The HTML, with a script in it.
    #[model(required)]
    pub code: String,
}

impl<'de> Deserialize<'de> for InstallationCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CodeVisitor)
    }
}

struct CodeVisitor;

impl<'de> Visitor<'de> for CodeVisitor {
    type Value = InstallationCode;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with a code, or the code as a string")
    }

    fn visit_str<E: Error>(self, code: &str) -> Result<InstallationCode, E> {
        Ok(InstallationCode {
            code: code.to_owned(),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<InstallationCode, A::Error> {
        use crate::model::object::Model as _;
        read_fields(object, InstallationCode::REQUIRED)
    }
}
