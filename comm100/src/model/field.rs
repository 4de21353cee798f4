//! How the fields of the models are read and written: one place for every form that the service
//! is documented to use for the same thing.

use std::fmt;
use std::marker::PhantomData;

#[cfg(feature = "openapi")]
use schemars::{Schema, SchemaGenerator};
use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

#[cfg(feature = "openapi")]
use crate::model::schema::{list, nullable};

/// A type that can be a field of a model.
pub(crate) trait Field: Sized {
    /// Reads a value that is neither absent nor null.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads a value, or `None` for null.
    fn read_nullable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        deserializer.deserialize_option(NullableVisitor(PhantomData))
    }

    /// Writes the value as the service does.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// What an absent or null field holds, or `None` where the field must be there.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether the field is left out when it is written.
    fn is_absent(&self) -> bool {
        false
    }

    /// The schema of a value that is there.
    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// Another way to read and write a field than the one that its type has.
pub(crate) trait Codec<T> {
    fn read_nullable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error>;
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
    fn absent() -> Option<T>;
    fn is_absent(value: &T) -> bool;
    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// The way of the type itself.
pub(crate) struct AsIs;

impl<T: Field> Codec<T> for AsIs {
    fn read_nullable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        T::read_nullable(deserializer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.write(serializer)
    }

    fn absent() -> Option<T> {
        T::absent()
    }

    fn is_absent(value: &T) -> bool {
        value.is_absent()
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        T::schema(generator)
    }
}

/// A field whose absence says no more than its default does.
pub(crate) struct OrDefault;

impl<T: Field + Default> Codec<T> for OrDefault {
    fn read_nullable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        T::read_nullable(deserializer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.write(serializer)
    }

    fn absent() -> Option<T> {
        Some(T::default())
    }

    fn is_absent(_: &T) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        T::schema(generator)
    }
}

/// A seed that reads a field: `None` for null.
pub(crate) struct Read<T, C = AsIs>(PhantomData<(T, C)>);

impl<T, C> Read<T, C> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T, C: Codec<T>> DeserializeSeed<'de> for Read<T, C> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        C::read_nullable(deserializer)
    }
}

struct NullableVisitor<T>(PhantomData<T>);

impl<'de, T: Field> Visitor<'de> for NullableVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

/// A value that is written with its codec.
pub(crate) struct Written<'a, T, C>(&'a T, PhantomData<C>);

impl<'a, T, C> Written<'a, T, C> {
    pub(crate) fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<T, C: Codec<T>> Serialize for Written<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, serializer)
    }
}

impl<T: Field> Field for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Some)
    }

    /// Null is a value here, and that of an absent field.
    fn read_nullable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        T::read_nullable(deserializer).map(Some)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer),
            None => serializer.serialize_none(),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        nullable(T::schema(generator))
    }
}

/// A list, or the one element that stands in its place. Null elements are left out.
impl<T: Field> Field for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Written::<T, AsIs>::new))
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    /// The service writes null for some lists that are empty.
    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        nullable(list(T::schema(generator)))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Field> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = sequence.next_element_seed(Read::<T>::new())? {
            if let Some(element) = element {
                list.push(element);
            }
        }
        Ok(list)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
        T::read(de::value::MapAccessDeserializer::new(map)).map(|only| vec![only])
    }
}

/// Takes part in a model as any other of its types does, by its own serde implementations.
macro_rules! serde_field {
    ($($type:ty),* $(,)?) => {$(
        impl crate::model::field::Field for $type {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(self, serializer)
            }

            crate::model::schema::schema_of_type!();
        }
    )*};
}
pub(crate) use serde_field;
