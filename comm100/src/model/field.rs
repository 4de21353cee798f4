//! Types that can be a field of a model.

use std::marker::PhantomData;

#[cfg(feature = "openapi")]
use schemars::{Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, value};

use super::lenient::{self, Shape};
#[cfg(feature = "openapi")]
use super::schema::{list, nullable};

/// A type that can be a field of a model. A field that is absent, null or unreadable has the
/// default.
pub(crate) trait Field: Default + Serialize + Sized {
    /// Reads a value; null and what the type cannot read are `None`.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error>;

    /// Returns true if the field is left out when it is written.
    fn is_absent(&self) -> bool {
        false
    }

    /// Returns the schema of a value that is present.
    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// Returns the schema of a member of a field's model that is read from the parent object.
#[cfg(all(feature = "openapi", feature = "v2"))]
pub(crate) fn flat_schema<M, T: Field>(
    _: PhantomData<Option<M>>,
    _: fn(&mut M) -> &mut T,
    generator: &mut SchemaGenerator,
) -> Schema {
    T::schema(generator)
}

/// Another form of a field on the wire than the one that its type has.
pub(crate) trait Codec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error>;
    fn write<S: serde::Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
    fn is_absent(value: &T) -> bool;
    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// Reads a field.
pub(crate) struct Read<T>(PhantomData<T>);

impl<T> Read<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Field> DeserializeSeed<'de> for Read<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer)
    }
}

impl<T: Field> Field for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(T::read(deserializer)?.map(Some))
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        nullable(T::schema(generator))
    }
}

/// A list, or a single element in its place. Elements that cannot be read are left out.
impl<T: Field> Field for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        lenient::read(List(PhantomData), deserializer)
    }

    /// The service writes null for some lists that are empty.
    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        nullable(list(&T::schema(generator)))
    }
}

/// The shape of a list.
pub(crate) struct List<T>(PhantomData<T>);

impl<T> List<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

/// Reads a scalar as the only element of a list.
fn only<'de, T: Field>(scalar: impl IntoDeserializer<'de, value::Error>) -> Option<Vec<T>> {
    let element = T::read(scalar.into_deserializer()).ok().flatten()?;
    Some(vec![element])
}

impl<T: Field> Shape for List<T> {
    type Value = Vec<T>;

    fn text(self, text: &str) -> Option<Vec<T>> {
        if text.is_empty() { None } else { only(text) }
    }

    fn signed(self, number: i64) -> Option<Vec<T>> {
        only(number)
    }

    fn unsigned(self, number: u64) -> Option<Vec<T>> {
        only(number)
    }

    fn list<'de, A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<Vec<T>>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = list.next_element_seed(Read::<T>::new())? {
            elements.extend(element);
        }
        Ok(Some(elements))
    }

    fn object<'de, A: MapAccess<'de>>(self, object: A) -> Result<Option<Vec<T>>, A::Error> {
        let element = T::read(MapAccessDeserializer::new(object))?;
        Ok(element.map(|element| vec![element]))
    }
}
