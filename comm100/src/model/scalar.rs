//! Types that are one scalar on the wire.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

#[cfg(feature = "openapi")]
use schemars::{Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor};

use super::field::{Field, Read};
use super::lenient::{self, Shape};

/// A type that is one scalar on the wire.
pub(crate) trait Scalar: Default + Serialize + Sized {
    /// The expected form, for errors.
    const EXPECTED: &'static str;

    /// The key of the scalar in an object in its place: `{"id": 1, "name": ".."}`.
    const KEY: Option<&'static str> = None;

    fn from_text(text: &str) -> Option<Self>;

    fn from_owned_text(text: String) -> Option<Self> {
        Self::from_text(&text)
    }

    fn from_flag(_flag: bool) -> Option<Self> {
        None
    }

    fn from_signed(_number: i64) -> Option<Self> {
        None
    }

    fn from_unsigned(number: u64) -> Option<Self> {
        i64::try_from(number).ok().and_then(Self::from_signed)
    }

    fn from_float(_number: f64) -> Option<Self> {
        None
    }

    /// Returns true if the value is left out when it is written.
    fn is_unset(&self) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

impl<T: Scalar> Field for T {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        lenient::read(ScalarShape(PhantomData), deserializer)
    }

    fn is_absent(&self) -> bool {
        self.is_unset()
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        <T as Scalar>::schema(generator)
    }
}

struct ScalarShape<T>(PhantomData<T>);

impl<T: Scalar> Shape for ScalarShape<T> {
    type Value = T;

    fn text(self, text: &str) -> Option<T> {
        T::from_text(text)
    }

    fn owned_text(self, text: String) -> Option<T> {
        T::from_owned_text(text)
    }

    fn flag(self, flag: bool) -> Option<T> {
        T::from_flag(flag)
    }

    fn signed(self, number: i64) -> Option<T> {
        T::from_signed(number)
    }

    fn unsigned(self, number: u64) -> Option<T> {
        T::from_unsigned(number)
    }

    fn float(self, number: f64) -> Option<T> {
        T::from_float(number)
    }

    fn object<'de, A: MapAccess<'de>>(self, mut object: A) -> Result<Option<T>, A::Error> {
        let mut found = None;
        if let Some(known) = T::KEY {
            while let Some(key) = object.next_key::<Cow<'de, str>>()? {
                if key.eq_ignore_ascii_case(known) {
                    found = object.next_value_seed(Read::<T>::new())?;
                } else {
                    object.next_value::<IgnoredAny>()?;
                }
            }
        } else {
            lenient::skip_object(object)?;
        }
        Ok(found)
    }
}

/// Reads a scalar that is not a field: another value is an error.
pub(crate) fn read_alone<'de, T: Scalar, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(StrictVisitor(PhantomData))
}

struct StrictVisitor<T>(PhantomData<T>);

impl<T: Scalar> StrictVisitor<T> {
    fn check<E: Error>(self, value: Option<T>, found: Unexpected<'_>) -> Result<T, E> {
        value.ok_or_else(|| E::invalid_value(found, &self))
    }
}

impl<T: Scalar> Visitor<'_> for StrictVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        self.check(T::from_text(text), Unexpected::Str(text))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<T, E> {
        self.check(T::from_flag(flag), Unexpected::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.check(T::from_signed(number), Unexpected::Signed(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.check(T::from_unsigned(number), Unexpected::Unsigned(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        self.check(T::from_float(number), Unexpected::Float(number))
    }
}

/// Implements `Deserialize` for scalars of the API.
macro_rules! deserialize_scalar {
    ($($type:ty),* $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::model::scalar::read_alone(deserializer)
            }
        }
    )*};
}
pub(crate) use deserialize_scalar;

/// Defines `Scalar::schema` by the type's `JsonSchema`.
macro_rules! schema_of_type {
    () => {
        #[cfg(feature = "openapi")]
        fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            generator.subschema_for::<Self>()
        }
    };
}
pub(crate) use schema_of_type;
