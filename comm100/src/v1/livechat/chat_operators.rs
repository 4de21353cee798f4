//! The agents that took part in a chat.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::Serializer;

use crate::model::field::{Codec, Field};
use crate::model::ids::AgentId;
use crate::model::model;

model! {
    /// An agent that took part in a chat. The service names them in one text, with commas between
    /// them, or lists them with ids and addresses.
    #[derive(Eq, Hash)]
    pub struct ChatOperator {
        /// The agent's id, if the service tells it.
        id: Option<AgentId>,
        /// The agent's name.
        display_name: String = "display_name" | "name",
        /// The agent's email address, if the service tells it.
        email: Option<String>,
    }
}

impl ChatOperator {
    /// Whether the name is all that is known, and stays whole between commas.
    fn is_plain_name(&self) -> bool {
        let name = &self.display_name;
        let is_whole = !name.is_empty() && !name.contains(',') && name.trim_ascii() == name;
        is_whole && self.id.is_none() && self.email.is_none()
    }
}

/// Agents as one text of names, or as a list of objects.
pub(crate) struct OperatorNames;

impl Codec<Vec<ChatOperator>> for OperatorNames {
    fn read_nullable<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Vec<ChatOperator>>, D::Error> {
        deserializer.deserialize_any(OperatorsVisitor)
    }

    /// As one text if that tells all.
    fn write<S: Serializer>(value: &Vec<ChatOperator>, serializer: S) -> Result<S::Ok, S::Error> {
        if value.iter().all(ChatOperator::is_plain_name) {
            let names: Vec<_> = value.iter().map(|one| one.display_name.as_str()).collect();
            serializer.serialize_str(&names.join(","))
        } else {
            value.write(serializer)
        }
    }

    fn absent() -> Option<Vec<ChatOperator>> {
        Some(Vec::new())
    }

    fn is_absent(_: &Vec<ChatOperator>) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let list = generator.subschema_for::<Vec<ChatOperator>>();
        schemars::json_schema!({
            "anyOf": [
                { "type": "string", "description": "Their names, with commas between them." },
                list,
            ],
        })
    }
}

struct OperatorsVisitor;

impl<'de> Visitor<'de> for OperatorsVisitor {
    type Value = Option<Vec<ChatOperator>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("names with commas between them, or a list of agents")
    }

    fn visit_str<E: de::Error>(self, names: &str) -> Result<Self::Value, E> {
        let mut operators = Vec::new();
        for name in names.split(',').map(str::trim_ascii) {
            if !name.is_empty() {
                operators.push(ChatOperator {
                    display_name: name.to_owned(),
                    ..ChatOperator::default()
                });
            }
        }
        Ok(Some(operators))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        Vec::read(SeqAccessDeserializer::new(list)).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, only: A) -> Result<Self::Value, A::Error> {
        Vec::read(MapAccessDeserializer::new(only)).map(Some)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}
