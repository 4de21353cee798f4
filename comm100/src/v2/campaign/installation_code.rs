//! The HTML snippet that puts a campaign on a page.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::Reply;
use crate::model::Model;
use crate::model::object::read_fields;

/// The HTML snippet that puts a campaign on a page.
///
/// Read from an object with the key `code`, from a JSON string, or from a body that is the HTML itself, with
/// or without escaped quotes.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(fields_only)]
#[non_exhaustive]
pub struct InstallationCode {
    /// The HTML, with a script in it.
    #[model(required)]
    pub code: String,
}

impl Reply for InstallationCode {
    type Body = Self;

    fn accept(code: Self, _path: &str) -> Result<Self, (i64, String)> {
        Ok(code)
    }

    fn from_text(body: &str) -> Option<Self> {
        let html = body.trim_start_matches('\u{feff}').trim();
        html.starts_with('<').then(|| Self {
            code: unescaped(html).unwrap_or_else(|| html.to_owned()),
        })
    }
}

/// Returns the text of which this is the inside of a JSON string: each quote in it is escaped. The lines
/// of the documented sample are not.
fn unescaped(html: &str) -> Option<String> {
    let (before_last, _) = html.rsplit_once('"')?;
    if !before_last.split('"').all(|part| part.ends_with('\\')) {
        return None;
    }
    let text = html
        .replace('\r', "\\r")
        .replace('\n', "\\n")
        .replace('\t', "\\t");
    serde_json::from_str(&format!("\"{text}\"")).ok()
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
