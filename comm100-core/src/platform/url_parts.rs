//! Makes the URLs of calls from a base URL that was parsed once.
//!
//! `Url::set_path` parses the path of each call. It is encoded already, so that the text of a URL and
//! the positions in it are all that is needed.

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};
use url::Url;

/// The place of the path's position among the fields of a URL: its text, the positions of scheme, user
/// and host, the host, the port, and the positions of path, query and fragment.
const PATH: usize = 7;

/// A base URL in the fields that `Url::serialize_internal` writes.
#[derive(Clone, Debug)]
pub(super) struct UrlParts {
    /// The text before the path.
    origin: String,
    /// The fields after the text, up to the path's position.
    fields: Vec<Value>,
}

impl UrlParts {
    /// Returns `None` if a version of `url` has other fields.
    pub(super) fn of(base: &Url) -> Option<Self> {
        let fields = fields(base)?;
        let path = usize::try_from(fields.get(PATH)?.as_u64()?).ok()?;
        let parts = Self {
            origin: base.as_str().get(..path)?.to_owned(),
            fields: fields.get(1..=PATH)?.to_vec(),
        };
        let mut parsed = base.clone();
        parsed.set_path("/a/b");
        parsed.set_query(Some("c=d"));
        let made = parts.url("/a/b?c=d", "/a/b".len())?;
        (self::fields(&made)? == self::fields(&parsed)?).then_some(parts)
    }

    /// Returns the URL of a path and a query that need no further encoding.
    pub(super) fn url(&self, target: &str, path_length: usize) -> Option<Url> {
        let mut text = String::with_capacity(self.origin.len() + target.len());
        text.push_str(&self.origin);
        text.push_str(target);
        let query = if path_length < target.len() {
            Some(u32::try_from(self.origin.len() + path_length).ok()?)
        } else {
            None
        };
        let made = MadeUrl {
            text: Some(text),
            known: self.fields.iter(),
            positions: [query, None].into_iter(),
        };
        Url::deserialize_internal(made).ok()
    }
}

fn fields(url: &Url) -> Option<Vec<Value>> {
    match url.serialize_internal(serde_json::value::Serializer) {
        Ok(Value::Array(fields)) => Some(fields),
        _ => None,
    }
}

/// The fields of a URL, in their order.
struct MadeUrl<'a> {
    text: Option<String>,
    known: std::slice::Iter<'a, Value>,
    /// Those of the query and the fragment.
    positions: std::array::IntoIter<Option<u32>, 2>,
}

impl<'de> SeqAccess<'de> for MadeUrl<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let field = if let Some(text) = self.text.take() {
            Field::Text(text)
        } else if let Some(value) = self.known.next() {
            Field::Known(value)
        } else if let Some(position) = self.positions.next() {
            Field::Position(position)
        } else {
            return Ok(None);
        };
        seed.deserialize(field).map(Some)
    }
}

impl<'de> Deserializer<'de> for MadeUrl<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any option
        enum
    }
}

/// One field of a URL.
enum Field<'a> {
    Text(String),
    Known(&'a Value),
    Position(Option<u32>),
}

impl<'de> Deserializer<'de> for Field<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_string(text),
            Self::Known(value) => value.deserialize_any(visitor),
            Self::Position(Some(position)) => visitor.visit_u32(position),
            Self::Position(None) => visitor.visit_none(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Known(value) => value.deserialize_option(visitor),
            Self::Position(None) => visitor.visit_none(),
            present => visitor.visit_some(present),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Known(value) => value.deserialize_enum(name, variants, visitor),
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_makes_the_url_that_parsing_makes() {
        let origins = [
            "https://hosted.comm100.com",
            "http://127.0.0.1:8080",
            "https://[::1]:8443",
            "https://xn--bcher-kva.example:444",
        ];
        let targets = [
            ("/", None),
            ("/api/v1/livechat/chats/42", None),
            ("/api/v1/livechat/chats", Some("keyword=a%20b&page=2")),
            ("/v4/chats:search", Some("")),
            ("/api/v1/Gr%C3%B6%C3%9Fe", Some("a=b?c/d")),
        ];
        for origin in origins {
            let base = Url::parse(origin).expect("a URL");
            let parts = UrlParts::of(&base).expect("the known fields");
            for (path, query) in targets {
                let mut target = path.to_owned();
                if let Some(query) = query {
                    target.push('?');
                    target.push_str(query);
                }
                let made = parts.url(&target, path.len()).expect("a URL");
                let parsed = base.join(&target).expect("a URL");
                assert_eq!(fields(&made), fields(&parsed), "{origin}{target}");
            }
        }
    }
}
