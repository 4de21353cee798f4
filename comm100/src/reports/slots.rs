//! Maps the fields of a row to its metrics. The traits are public in a private module, so that other
//! crates cannot implement them.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;

/// The destination of a metric, with a flag for names that mark an average.
pub struct Slot<M: Slots> {
    pub(crate) at: M::At,
    pub(crate) average: bool,
}

/// The metrics' places.
pub trait Slots: Default {
    /// One of them.
    type At: Copy;

    /// All names on the wire.
    const NAMES: &'static [&'static str];

    /// Returns the place that a name on the wire means.
    fn slot(name: &str) -> Option<Slot<Self>>;

    /// Returns the place that a name in any letter case means.
    fn slot_in_any_case(name: &str) -> Option<Slot<Self>> {
        let mut names = Self::NAMES.iter();
        Self::slot(names.find(|known| known.eq_ignore_ascii_case(name))?)
    }

    /// Reads a value into its place.
    fn read<'de, A: MapAccess<'de>>(&mut self, at: Self::At, map: &mut A) -> Result<(), A::Error>;

    /// Writes all values with their names.
    fn write<M: SerializeMap>(&self, average: bool, map: &mut M) -> Result<(), M::Error>;

    /// The report's name, as rows of it are named.
    #[cfg(feature = "openapi")]
    const NAME: &'static str;

    /// The words above the metrics.
    #[cfg(feature = "openapi")]
    const WORDS: &'static str;

    /// Lists each name that is written, as a metric and as an average.
    #[cfg(feature = "openapi")]
    fn describe(generator: &mut schemars::SchemaGenerator)
    -> Vec<(&'static str, schemars::Schema)>;
}

/// The metrics of a report: `ChatVolumeMetrics` and so on.
///
/// Sealed: the service defines them.
pub trait Metrics: Slots {}

/// Reads metrics without the key of a row.
pub(crate) fn read_alone<'de, M: Slots, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<M, D::Error> {
    deserializer.deserialize_map(MetricsVisitor(PhantomData))
}

struct MetricsVisitor<M>(PhantomData<M>);

impl<'de, M: Slots> Visitor<'de> for MetricsVisitor<M> {
    type Value = M;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object (the metrics of a report)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<M, A::Error> {
        let mut metrics = M::default();
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            match M::slot(&name).or_else(|| M::slot_in_any_case(&name)) {
                Some(slot) => metrics.read(slot.at, &mut map)?,
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(metrics)
    }
}

/// Declares the metrics of a report: each with its name on the wire, and after `avg` the name that
/// it has in a distribution where that is another. The first name of each is written, all are read.
macro_rules! metrics {
    ($(
        $(#[doc = $words:literal])*
        pub struct $metrics:ident {
            $(
                $(#[doc = $field_words:literal])*
                $field:ident: $type:ty = $name:literal $(| $alias:literal)*
                    $(, avg $average:literal $(| $average_alias:literal)*)?
            );* $(;)?
        }
    )*) => {$(
        $(#[doc = $words])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $metrics {
            $($(#[doc = $field_words])* pub $field: $type,)*
        }

        const _: () = {
            use crate::reports::slots::{Slot, Slots};

            #[allow(non_camel_case_types)]
            #[derive(Clone, Copy)]
            pub enum At {
                $($field),*
            }

            impl Slots for $metrics {
                type At = At;

                const NAMES: &'static [&'static str] = &[
                    $($name, $($alias,)* $($average, $($average_alias,)*)?)*
                ];

                fn slot(name: &str) -> Option<Slot<Self>> {
                    let (at, average) = match name {
                        $(
                            $name $(| $alias)* => (At::$field, false),
                            $($average $(| $average_alias)* => (At::$field, true),)?
                        )*
                        _ => return None,
                    };
                    Some(Slot { at, average })
                }

                fn read<'de, A: serde::de::MapAccess<'de>>(
                    &mut self,
                    at: At,
                    map: &mut A,
                ) -> Result<(), A::Error> {
                    match at {
                        $(At::$field => crate::model::object::read_into(&mut self.$field, map),)*
                    }
                }

                fn write<M: serde::ser::SerializeMap>(
                    &self,
                    average: bool,
                    map: &mut M,
                ) -> Result<(), M::Error> {
                    $(
                        map.serialize_entry(
                            crate::reports::slots::written_name!(average, $name $(, $average)?),
                            &self.$field,
                        )?;
                    )*
                    // Reports without distributions have no averages.
                    let _ = average;
                    Ok(())
                }

                #[cfg(feature = "openapi")]
                const NAME: &'static str = stringify!($metrics);

                #[cfg(feature = "openapi")]
                const WORDS: &'static str = concat!($($words, "\n"),*);

                #[cfg(feature = "openapi")]
                fn describe(
                    generator: &mut schemars::SchemaGenerator,
                ) -> Vec<(&'static str, schemars::Schema)> {
                    let mut schemas = Vec::new();
                    $(
                        let schema = crate::model::schema::with_words(
                            <$type as crate::model::field::Field>::schema(generator),
                            concat!($($field_words, "\n"),*),
                        );
                        $(schemas.push(($average, schema.clone()));)?
                        schemas.push(($name, schema));
                    )*
                    schemas
                }
            }

            impl crate::reports::slots::Metrics for $metrics {}

            impl<'de> serde::Deserialize<'de> for $metrics {
                fn deserialize<D: serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Self, D::Error> {
                    crate::reports::slots::read_alone(deserializer)
                }
            }

            impl serde::Serialize for $metrics {
                fn serialize<S: serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    use serde::ser::SerializeMap as _;
                    let mut map = serializer.serialize_map(None)?;
                    self.write(false, &mut map)?;
                    map.end()
                }
            }
        };
    )*};
}
pub(crate) use metrics;

/// The name to write a metric with.
macro_rules! written_name {
    ($is_average:ident, $name:literal) => {
        $name
    };
    ($is_average:ident, $name:literal, $average:literal) => {
        if $is_average { $average } else { $name }
    };
}
pub(crate) use written_name;
