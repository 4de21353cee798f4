//! Forms of fields that differ from those of their types.

use serde::{Deserializer, Serialize, Serializer};

use super::attachment::Attachment;
use super::field::{Codec, Field};

/// An integer that the service writes as a string, or nothing: `"1"`, `""`.
pub(crate) struct IntegerText;

impl Codec<Option<u32>> for IntegerText {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u32>>, D::Error> {
        Field::read(deserializer)
    }

    fn write<S: Serializer>(value: &Option<u32>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(number) => serializer.collect_str(number),
            None => serializer.serialize_none(),
        }
    }

    fn is_absent(value: &Option<u32>) -> bool {
        value.is_none()
    }

    #[cfg(feature = "openapi")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": r"^\d*$" })
    }
}

/// Attachments, without those that have neither a name nor a URL, which the service sends where there is
/// none.
pub(crate) struct Named;

impl Codec<Vec<Attachment>> for Named {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Vec<Attachment>>, D::Error> {
        let mut read: Option<Vec<Attachment>> = Field::read(deserializer)?;
        if let Some(attachments) = &mut read {
            attachments.retain(|one| !one.name.is_empty() || !one.uri.is_empty());
        }
        Ok(read)
    }

    fn write<S: Serializer>(value: &Vec<Attachment>, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    fn is_absent(_: &Vec<Attachment>) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<Attachment> as Field>::schema(generator)
    }
}
