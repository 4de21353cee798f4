//! The conditions of a search for chats.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::model::Model;

/// A condition of a search for chats.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatCondition {
    /// The name of the field, such as `email`.
    pub field: String,
    /// The operation, such as `contains` or `equal`.
    pub operate: String,
    /// The text that the field is compared with.
    pub value: String,
}

/// The conditions of a search for chats, sent as `conditions[0][field]=..`.
///
/// ```
/// use comm100::v2::{ChatCondition, ChatConditions};
///
/// let conditions = ChatConditions::new([ChatCondition::new("email", "contains", "acme")]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChatConditions(Vec<ChatCondition>);

impl ChatConditions {
    /// Creates a list of conditions, in this order.
    #[must_use]
    pub fn new(conditions: impl IntoIterator<Item = ChatCondition>) -> Self {
        Self(conditions.into_iter().collect())
    }
}

impl<const N: usize> From<[ChatCondition; N]> for ChatConditions {
    fn from(conditions: [ChatCondition; N]) -> Self {
        Self::new(conditions)
    }
}

impl ChatCondition {
    /// Creates a condition: the field `contains` or `is` the value, or another operation of the service.
    #[must_use]
    pub fn new(
        field: impl Into<String>,
        operate: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            field: field.into(),
            operate: operate.into(),
            value: value.into(),
        }
    }
}

impl Serialize for ChatConditions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3 * self.0.len()))?;
        for (index, condition) in self.0.iter().enumerate() {
            map.serialize_entry(&format!("conditions[{index}][field]"), &condition.field)?;
            map.serialize_entry(&format!("conditions[{index}][operate]"), &condition.operate)?;
            map.serialize_entry(&format!("conditions[{index}][value]"), &condition.value)?;
        }
        map.end()
    }
}
