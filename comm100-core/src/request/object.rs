//! A JSON object as the body, written member by member, without a tree of values.

use std::fmt;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::json;

/// The body of an object so far, without its closing brace.
#[derive(Debug)]
pub(super) struct Object {
    text: Vec<u8>,
    /// The keys of flattened values, which no other member may have.
    flattened: Vec<String>,
}

impl Object {
    pub(super) fn new() -> Self {
        let mut text = Vec::with_capacity(128);
        text.push(b'{');
        Self {
            text,
            flattened: Vec::new(),
        }
    }

    /// Returns the whole object.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.text.push(b'}');
        self.text
    }

    /// Writes one member. `prefix` is its key as JSON with a colon: `"agentId":`.
    pub(super) fn field<T: Serialize + ?Sized>(
        &mut self,
        prefix: &str,
        value: &T,
    ) -> Result<(), &'static str> {
        if self.text.len() > 1 {
            self.text.push(b',');
        }
        self.text.extend_from_slice(prefix.as_bytes());
        json::write(&mut self.text, value)
    }

    /// Writes the members of a struct or map. `declared` are the keys of the endpoint's own members.
    pub(super) fn flatten<T: Serialize + ?Sized>(
        &mut self,
        declared: &[&str],
        value: &T,
    ) -> Result<(), &'static str> {
        let start = self.text.len();
        json::write(&mut self.text, value)?;
        match self.text.get(start) {
            Some(b'{') => {}
            Some(b'n') => {
                self.text.truncate(start);
                return Ok(());
            }
            _ => {
                return Err(
                    "it is neither a struct nor a map; send it as one member, without `flatten`",
                );
            }
        }
        let keys = serde_json::Deserializer::from_slice(&self.text[start..])
            .deserialize_map(Keys)
            .map_err(|_| json::NOT_JSON)?;
        for key in keys {
            if declared.contains(&key.as_str()) || self.flattened.contains(&key) {
                return Err(
                    "one of its keys is also the key of another member; send each key once",
                );
            }
            self.flattened.push(key);
        }
        // The braces of the value become a separator and nothing.
        self.text.pop();
        if self.text.len() == start + 1 {
            self.text.truncate(start);
        } else if start > 1 {
            self.text[start] = b',';
        } else {
            self.text.remove(start);
        }
        Ok(())
    }
}

/// Collects the keys of a map, with duplicates.
struct Keys;

impl<'de> Visitor<'de> for Keys {
    type Value = Vec<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
        let mut keys = Vec::new();
        while let Some((key, _)) = map.next_entry::<Key, IgnoredAny>()? {
            keys.push(key.0);
        }
        Ok(keys)
    }
}

#[derive(Deserialize)]
struct Key(String);
