//! One row of a report: a key and metrics.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::reports::row_key::{KeyName, RowKey, RowKeys};
use crate::reports::slots::{Metrics, Slot, Slots};

/// A row of a report: what it is about, and the metrics `M`.
///
/// ```
/// use comm100::v1::{ChatVolumeMetrics, DepartmentId, ReportRow, RowKey};
///
/// let mut row = ReportRow::<ChatVolumeMetrics>::default();
/// row.key = RowKey::Department(DepartmentId(3));
/// row.metrics.chats = 12.0;
/// assert!(!row.is_average());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReportRow<M> {
    /// The key of the row.
    pub key: RowKey,
    /// The metrics; those that the row does not have are 0.
    pub metrics: M,
    /// True if the row named its metrics as averages, but its key is not recurring.
    named_average: bool,
}

impl<M> ReportRow<M> {
    /// Creates a row of a key and metrics.
    #[must_use]
    pub fn new(key: RowKey, metrics: M) -> Self {
        Self {
            key,
            metrics,
            named_average: false,
        }
    }

    /// Returns true if the metrics are averages, as in a distribution: over the days or weeks of the
    /// period, for a half-hour of the day or an hour of the week.
    #[must_use]
    pub fn is_average(&self) -> bool {
        self.named_average || matches!(&self.key, RowKey::Time(span) if span.is_recurring())
    }
}

impl<'de, M: Metrics> Deserialize<'de> for ReportRow<M> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor(PhantomData))
    }
}

struct RowVisitor<M>(PhantomData<M>);

impl<'de, M: Metrics> Visitor<'de> for RowVisitor<M> {
    type Value = ReportRow<M>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object (a row of a report)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ReportRow<M>, A::Error> {
        let mut keys = RowKeys::default();
        let mut metrics = M::default();
        let mut named_average = false;
        while let Some(field) = map.next_key_seed(RowFieldSeed::<M>(PhantomData))? {
            match field {
                RowField::Metric(slot) => {
                    metrics.read(slot.at, &mut map)?;
                    named_average |= slot.average;
                }
                RowField::Key(name) => keys.read(name, &mut map)?,
                RowField::Other(name) => keys.read_other(name, &mut map)?,
            }
        }
        let mut row = ReportRow::new(keys.into_key(), metrics);
        // Said once is enough, so that rows that mean the same are equal.
        row.named_average = named_average && !row.is_average();
        Ok(row)
    }
}

/// A field of a row, by its name.
enum RowField<M: Slots> {
    Metric(Slot<M>),
    Key(KeyName),
    Other(String),
}

struct RowFieldSeed<M>(PhantomData<M>);

impl<'de, M: Metrics> DeserializeSeed<'de> for RowFieldSeed<M> {
    type Value = RowField<M>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<M: Metrics> Visitor<'_> for RowFieldSeed<M> {
    type Value = RowField<M>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(if let Some(slot) = M::slot(name) {
            RowField::Metric(slot)
        } else if let Some(key) = KeyName::named(name) {
            RowField::Key(key)
        } else if let Some(slot) = M::slot_in_any_case(name) {
            RowField::Metric(slot)
        } else {
            RowField::Other(name.to_owned())
        })
    }
}

/// Writes one flat object, with the service's names of averages.
impl<M: Metrics> Serialize for ReportRow<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.key.write(&mut map)?;
        self.metrics.write(self.is_average(), &mut map)?;
        map.end()
    }
}

/// The row's keys and metrics in one object; none of them must be there.
#[cfg(feature = "openapi")]
impl<M: Metrics> schemars::JsonSchema for ReportRow<M> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        let report = M::NAME.strip_suffix("Metrics").unwrap_or(M::NAME);
        format!("{report}ReportRow").into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        format!("comm100::v1::ReportRow<{}>", M::NAME).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut row = crate::model::schema::Object::default();
        RowKey::describe(generator, &mut row);
        for (name, schema) in M::describe(generator) {
            row.property(name, schema, "");
        }
        crate::model::schema::with_words(
            row.schema(),
            &M::WORDS.replacen("Metrics of", "A row of", 1),
        )
    }
}
