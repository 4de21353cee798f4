//! One offline message in the service's two forms: bare, or as the page of a list.

use std::fmt;

use percent_encoding::percent_decode_str;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess,
    Visitor,
};

use crate::Reply;
use crate::model::Model;
use crate::model::object::{Model as _, UNKNOWN, field_in_any_case, read_fields};
use crate::v1::livechat::offline_messages::OfflineMessage;

/// The message, or all those of the page; never none.
#[derive(Debug)]
pub struct MessageOrPage(Vec<OfflineMessage>);

/// The messages of a page that is returned for one message.
#[derive(Clone, Debug, Default, Model, PartialEq)]
struct Wrapped {
    /// Its messages.
    offline_messages: Vec<OfflineMessage>,
}

impl Reply for OfflineMessage {
    type Body = MessageOrPage;

    /// Of a page, the message that was asked for, else the first. Ids are UUIDs, whose letter case
    /// means nothing.
    fn accept(
        MessageOrPage(mut messages): MessageOrPage,
        path: &str,
    ) -> Result<Self, (i64, String)> {
        let asked = path.rsplit('/').next().unwrap_or_default();
        let asked = percent_decode_str(asked).decode_utf8_lossy();
        let is_asked = |one: &OfflineMessage| one.id.as_str().eq_ignore_ascii_case(&asked);
        let found = messages.iter().position(is_asked);
        Ok(messages.swap_remove(found.unwrap_or_default()))
    }
}

impl<'de> Deserialize<'de> for OfflineMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let MessageOrPage(mut messages) = MessageOrPage::deserialize(deserializer)?;
        Ok(messages.swap_remove(0))
    }
}

impl<'de> Deserialize<'de> for MessageOrPage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MessageOrPageVisitor)
    }
}

/// The keys that only a page has.
const PAGE_KEYS: [&str; 3] = ["offline_messages", "pages", "total"];

struct MessageOrPageVisitor;

impl<'de> Visitor<'de> for MessageOrPageVisitor {
    type Value = MessageOrPage;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an offline message, or a page with it")
    }

    /// The first key that only one of the two has decides, in any letter case.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MessageOrPage, A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if PAGE_KEYS
                .iter()
                .any(|known| known.eq_ignore_ascii_case(&key))
            {
                let page: Wrapped = read_fields(FromKey::new(key, map), 0)?;
                if page.offline_messages.is_empty() {
                    return Err(A::Error::invalid_length(0, &"a page with the message"));
                }
                return Ok(MessageOrPage(page.offline_messages));
            }
            if field_in_any_case::<OfflineMessage>(&key) != UNKNOWN {
                let message = read_fields(FromKey::new(key, map), OfflineMessage::REQUIRED)?;
                return Ok(MessageOrPage(vec![message]));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Err(A::Error::missing_field("id"))
    }
}

/// A map from a key on that was read already.
struct FromKey<A> {
    key: Option<String>,
    rest: A,
}

impl<A> FromKey<A> {
    fn new(key: String, rest: A) -> Self {
        Self {
            key: Some(key),
            rest,
        }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for FromKey<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.key.take() {
            Some(key) => seed.deserialize(key.into_deserializer()).map(Some),
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.rest.next_value_seed(seed)
    }
}
