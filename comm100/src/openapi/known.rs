//! The schemas and descriptions of an endpoint, by key.

use std::collections::BTreeMap;

use comm100_core::__private::{Described, Style};
use schemars::Schema;
use serde_json::{Value, json};

use super::prose::plain;
use crate::ParameterInfo;

/// Metadata of an endpoint in addition to its [`EndpointInfo`].
#[derive(Clone, Default)]
pub(super) struct Known {
    pub(super) response: Option<Schema>,
    pub(super) body: Option<Schema>,
    /// The declared content type of a raw body.
    pub(super) body_type: Option<&'static str>,
    /// The schemas of parameters that the caller set.
    pub(super) parameters: BTreeMap<String, Schema>,
    /// The schemas of parameters from the declaration.
    pub(super) described: Vec<Described>,
    pub(super) words: &'static str,
    pub(super) resource: &'static str,
}

/// The document's entry for one key.
pub(super) struct Key {
    pub(super) schema: Value,
    pub(super) words: String,
    pub(super) style: Style,
}

impl Known {
    /// Returns the declaration of a parameter: its own, or the flattened one that has such a key.
    pub(super) fn key(&self, parameter: &ParameterInfo) -> Key {
        let declared = self
            .described
            .iter()
            .filter(|described| described.place == parameter.place());
        let name = parameter.name();
        let own = declared.clone().find(|described| described.name == name);
        let mut key = if let Some(own) = own {
            Key {
                schema: value(own.schema.as_ref()),
                words: plain(own.docs),
                style: own.style,
            }
        } else {
            let mut found =
                declared.filter_map(|described| Some((described, one(described, name)?)));
            match found.next() {
                Some((flattened, mut schema)) => {
                    let words = take_words(&mut schema);
                    Key {
                        schema,
                        words: words.unwrap_or_else(|| plain(flattened.docs)),
                        style: Style::Plain,
                    }
                }
                None => Key {
                    schema: json!({}),
                    words: String::new(),
                    style: Style::Plain,
                },
            }
        };
        if let Some(schema) = self.parameters.get(name) {
            key.schema = schema.clone().into();
        }
        key
    }
}

/// Returns the schema of one key of a flattened value.
fn one(described: &Described, name: &str) -> Option<Value> {
    if described.style != Style::Flattened {
        return None;
    }
    let schema = described.schema.as_ref()?;
    Some(schema.get("properties")?.get(name)?.clone())
}

/// Takes the description out of a schema, to write it beside the schema.
fn take_words(schema: &mut Value) -> Option<String> {
    let members = schema.as_object_mut()?;
    match members.remove("description")? {
        Value::String(words) => Some(plain(&words)),
        _ => None,
    }
}

pub(super) fn value(schema: Option<&Schema>) -> Value {
    schema.map_or_else(|| json!({}), |schema| schema.clone().into())
}

/// Returns the OpenAPI `style` of a joined list, if there is one for the separator.
fn joined(separator: &str) -> Option<&'static str> {
    match separator {
        "," => Some("form"),
        " " => Some("spaceDelimited"),
        "|" => Some("pipeDelimited"),
        _ => None,
    }
}

/// Returns the style of a joined list. Without a style for its separator the value is a text.
pub(super) fn style(key: &mut Key) -> Option<Value> {
    let Style::Joined(separator) = key.style else {
        return None;
    };
    if let Some(style) = joined(separator) {
        return Some(json!({ "style": style, "explode": false }));
    }
    let how = format!("The items with `{separator}` between them.");
    if !key.words.is_empty() {
        key.words.push(' ');
    }
    key.words.push_str(&how);
    key.schema = json!({ "type": "string" });
    None
}

/// Returns the schema of a form's key, with the key's words in it.
pub(super) fn with_words(key: Key) -> Value {
    let mut schema = key.schema;
    if let (false, Value::Object(members)) = (key.words.is_empty(), &mut schema) {
        members.insert("description".into(), key.words.into());
    }
    schema
}
