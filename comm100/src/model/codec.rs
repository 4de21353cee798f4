//! Forms of fields that differ from those of their types.

use serde::{Deserializer, Serializer};

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
