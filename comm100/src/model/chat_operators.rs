//! The agents that took part in a chat.

use serde::de::{Deserializer, MapAccess, SeqAccess};
use serde::ser::{Serialize, Serializer};

use crate::model::Model;
use crate::model::field::{Codec, List};
use crate::model::ids::AgentId;
use crate::model::lenient::{self, Shape};

/// An agent that took part in a chat. The service names them in one text, with commas between
/// them, or lists them with ids and addresses.
#[derive(Clone, Debug, Default, Eq, Hash, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatOperator {
    /// The agent's id, if the service returns it.
    pub id: Option<AgentId>,
    /// The agent's name.
    #[model(alias = "name")]
    pub display_name: String,
    /// The agent's email address, if the service returns it.
    pub email: Option<String>,
}

impl ChatOperator {
    /// Returns true if only the name is known, and it can be written between commas.
    fn is_plain_name(&self) -> bool {
        let name = &self.display_name;
        let is_whole = !name.is_empty() && !name.contains(',') && name.trim_ascii() == name;
        is_whole && self.id.is_none() && self.email.is_none()
    }
}

/// Agents as one text of names, or as a list of objects.
pub(crate) struct OperatorNames;

impl Codec<Vec<ChatOperator>> for OperatorNames {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Vec<ChatOperator>>, D::Error> {
        lenient::read(Self, deserializer)
    }

    /// Writes one text if the names are all that is known.
    fn write<S: Serializer>(value: &Vec<ChatOperator>, serializer: S) -> Result<S::Ok, S::Error> {
        if value.iter().all(ChatOperator::is_plain_name) {
            let names: Vec<_> = value.iter().map(|one| one.display_name.as_str()).collect();
            serializer.serialize_str(&names.join(","))
        } else {
            value.serialize(serializer)
        }
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

impl Shape for OperatorNames {
    type Value = Vec<ChatOperator>;

    fn text(self, names: &str) -> Option<Self::Value> {
        let mut operators = Vec::new();
        for name in names.split(',').map(str::trim_ascii) {
            if !name.is_empty() {
                operators.push(ChatOperator {
                    display_name: name.to_owned(),
                    ..ChatOperator::default()
                });
            }
        }
        Some(operators)
    }

    fn list<'de, A: SeqAccess<'de>>(self, list: A) -> Result<Option<Self::Value>, A::Error> {
        List::new().list(list)
    }

    fn object<'de, A: MapAccess<'de>>(self, only: A) -> Result<Option<Self::Value>, A::Error> {
        List::new().object(only)
    }
}
