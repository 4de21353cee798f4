//! Reads and writes models, as `#[derive(Model)]` declares them.

use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{
    self, DeserializeSeed, Deserializer, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess,
    Visitor, value,
};
use serde::ser::{SerializeStruct, Serializer};

use super::field::{Codec, Field, Read};
use super::lenient::{self, Shape};

/// A struct that is an object on the wire.
pub(crate) trait Model: Default {
    /// The name of the type.
    const NAME: &'static str;

    /// All names of its fields on the wire, each with the field's number.
    const NAMES: &'static [(&'static str, usize)];

    /// The fields whose key must be present if the model is not an element of another, as bits.
    const REQUIRED: u64;

    /// Returns the number of the field of a name, or [`UNKNOWN`].
    fn field(name: &str) -> usize;

    /// Reads the model from a scalar in its place, if it has such a form.
    fn from_scalar<'de, D: Deserializer<'de>>(_scalar: D) -> Option<Self> {
        None
    }

    /// Reads the value of a field.
    fn read_field<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error>;
}

/// The number of no field.
pub(crate) const UNKNOWN: usize = usize::MAX;

/// Reads a model that is the whole response or an element of it: it must be an object with the
/// required keys.
pub(crate) fn read_alone<'de, M: Model, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<M, D::Error> {
    deserializer.deserialize_map(AloneVisitor(PhantomData))
}

/// Reads a model that is a field of another, leniently.
pub(crate) fn read_nested<'de, M: Model, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<M>, D::Error> {
    lenient::read(Nested(PhantomData), deserializer)
}

struct AloneVisitor<M>(PhantomData<M>);

impl<'de, M: Model> Visitor<'de> for AloneVisitor<M> {
    type Value = M;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object ({})", M::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<M, A::Error> {
        read_fields(map, M::REQUIRED)
    }
}

/// The shape of a model in a field: the object, or the first of a list of them.
struct Nested<M>(PhantomData<M>);

impl<M: Model> Shape for Nested<M> {
    type Value = M;

    fn text(self, text: &str) -> Option<M> {
        M::from_scalar(IntoDeserializer::<value::Error>::into_deserializer(text))
    }

    fn unsigned(self, number: u64) -> Option<M> {
        M::from_scalar(IntoDeserializer::<value::Error>::into_deserializer(number))
    }

    fn list<'de, A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<M>, A::Error> {
        let first = list.next_element_seed(NestedSeed(PhantomData))?;
        lenient::skip_list(list)?;
        Ok(first.flatten())
    }

    fn object<'de, A: MapAccess<'de>>(self, object: A) -> Result<Option<M>, A::Error> {
        read_fields(object, 0).map(Some)
    }
}

struct NestedSeed<M>(PhantomData<M>);

impl<'de, M: Model> DeserializeSeed<'de> for NestedSeed<M> {
    type Value = Option<M>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<M>, D::Error> {
        read_nested(deserializer)
    }
}

/// Reads the fields of an object in any order. The keys of the fields in `required` must be
/// present.
pub(crate) fn read_fields<'de, M: Model, A: MapAccess<'de>>(
    mut map: A,
    required: u64,
) -> Result<M, A::Error> {
    let mut model = M::default();
    let mut seen = 0;
    while let Some(field) = map.next_key_seed(NameSeed::<M>(PhantomData))? {
        if field != UNKNOWN {
            seen |= 1 << field;
        }
        model.read_field(field, &mut map)?;
    }
    let missing = required & !seen;
    if missing == 0 {
        return Ok(model);
    }
    let first = M::NAMES
        .iter()
        .find(|(_, field)| missing & (1 << field) != 0)
        .map_or("", |(name, _)| name);
    Err(de::Error::missing_field(first))
}

/// Reads a key as the number of its field.
struct NameSeed<M>(PhantomData<M>);

impl<'de, M: Model> DeserializeSeed<'de> for NameSeed<M> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<M: Model> Visitor<'_> for NameSeed<M> {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        Ok(field_in_any_case::<M>(name))
    }
}

/// Returns the number of the field of a name in any letter case, or [`UNKNOWN`].
pub(crate) fn field_in_any_case<M: Model>(name: &str) -> usize {
    match M::field(name) {
        UNKNOWN => in_any_case(name, M::NAMES),
        field => field,
    }
}

/// Returns the field of a name whose letters have another case: the service's own pages differ.
fn in_any_case(name: &str, names: &[(&str, usize)]) -> usize {
    names
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map_or(UNKNOWN, |(_, field)| *field)
}

/// Reads the value of a field. A value that cannot be read leaves the field as it is, also because
/// another of its names may have one.
pub(crate) fn read_into<'de, T: Field, A: MapAccess<'de>>(
    field: &mut T,
    map: &mut A,
) -> Result<(), A::Error> {
    if let Some(value) = map.next_value_seed(Read::<T>::new())? {
        *field = value;
    }
    Ok(())
}

/// Reads a member of a field's model from the parent object.
#[cfg(feature = "v2")]
pub(crate) fn read_flat<'de, M: Default, T: Field, A: MapAccess<'de>>(
    field: &mut Option<M>,
    part: fn(&mut M) -> &mut T,
    map: &mut A,
) -> Result<(), A::Error> {
    if let Some(value) = map.next_value_seed(Read::<T>::new())? {
        *part(field.get_or_insert_default()) = value;
    }
    Ok(())
}

/// Reads the value of a field that has a codec.
pub(crate) fn read_with<'de, T, C: Codec<T>, A: MapAccess<'de>>(
    field: &mut T,
    map: &mut A,
) -> Result<(), A::Error> {
    if let Some(value) = map.next_value_seed(CodecSeed::<T, C>(PhantomData))? {
        *field = value;
    }
    Ok(())
}

/// Reads the value of a field without which the response means nothing.
#[cfg(any(feature = "v1", feature = "v2"))]
pub(crate) fn read_strictly<'de, T: Field, A: MapAccess<'de>>(
    field: &mut T,
    map: &mut A,
    name: &'static str,
) -> Result<(), A::Error> {
    *field = map
        .next_value_seed(Read::<T>::new())?
        .ok_or_else(|| de::Error::missing_field(name))?;
    Ok(())
}

/// Skips the value of an unknown field.
pub(crate) fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(|_| ())
}

struct CodecSeed<T, C>(PhantomData<(T, C)>);

impl<'de, T, C: Codec<T>> DeserializeSeed<'de> for CodecSeed<T, C> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        C::read(deserializer)
    }
}

/// Writes a field, or leaves it out if it is absent.
pub(crate) fn write<T: Field, S: SerializeStruct>(
    object: &mut S,
    name: &'static str,
    value: &T,
) -> Result<(), S::Error> {
    if value.is_absent() {
        object.skip_field(name)
    } else {
        object.serialize_field(name, value)
    }
}

/// Writes a field that has a codec, or leaves it out if it is absent.
pub(crate) fn write_with<T, C: Codec<T>, S: SerializeStruct>(
    object: &mut S,
    name: &'static str,
    value: &T,
) -> Result<(), S::Error> {
    if C::is_absent(value) {
        object.skip_field(name)
    } else {
        object.serialize_field(name, &Encoded::<T, C>(value, PhantomData))
    }
}

struct Encoded<'a, T, C>(&'a T, PhantomData<C>);

impl<T, C: Codec<T>> Serialize for Encoded<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, serializer)
    }
}
