//! The recipients of notifications about the visitors of a segment.

use serde::de::{Deserializer, MapAccess};
use serde::ser::{Serialize, Serializer};

use crate::model::Model;
use crate::model::field::{Codec, Field};
use crate::model::ids::{AgentId, DepartmentId};
use crate::model::lenient::{self, Shape};
use crate::model::object::read_fields;

/// Agents and departments to notify.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct SegmentationNotification {
    /// The agents.
    pub agents: Option<Vec<AgentId>>,
    /// The departments.
    pub departments: Option<Vec<DepartmentId>>,
}

/// The recipients of a notification: none, or agents and departments.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NotificationSetting {
    /// Nobody is notified: the word `none`.
    Nobody,
    /// These agents and departments are notified.
    To(SegmentationNotification),
}

impl Serialize for NotificationSetting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nobody => serializer.serialize_str("none"),
            Self::To(notification) => notification.serialize(serializer),
        }
    }
}

#[cfg(feature = "openapi")]
impl schemars::JsonSchema for NotificationSetting {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NotificationSetting".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let notification = generator.subschema_for::<SegmentationNotification>();
        schemars::json_schema!({ "anyOf": [{ "const": "none" }, notification] })
    }
}

/// An object, the object as JSON inside a string, or the word `none`.
pub(crate) struct Notification;

impl Codec<Option<SegmentationNotification>> for Notification {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Option<SegmentationNotification>>, D::Error> {
        lenient::read(Self, deserializer)
    }

    fn write<S: Serializer>(
        value: &Option<SegmentationNotification>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(notification) => notification.serialize(serializer),
            None => serializer.serialize_str("none"),
        }
    }

    fn is_absent(_: &Option<SegmentationNotification>) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let notification = generator.subschema_for::<SegmentationNotification>();
        schemars::json_schema!({
            "anyOf": [{ "type": ["string", "null"] }, notification],
        })
    }
}

impl Shape for Notification {
    type Value = Option<SegmentationNotification>;

    fn text(self, text: &str) -> Option<Self::Value> {
        let mut json = serde_json::Deserializer::from_str(text);
        SegmentationNotification::read(&mut json).ok()
    }

    fn object<'de, A: MapAccess<'de>>(self, object: A) -> Result<Option<Self::Value>, A::Error> {
        read_fields(object, 0).map(|notification| Some(Some(notification)))
    }
}
