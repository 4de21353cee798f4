//! What makes a struct a model of the API: it is read field by field, whatever else is there.

pub(crate) mod field;
pub(crate) mod ids;
pub(crate) mod offset;
pub(crate) mod open_enum;
pub(crate) mod scalar;
pub(crate) mod schema;
pub(crate) mod secret;
pub(crate) mod wire_time;

pub use secret::Secret;
pub use wire_time::{NotAWireTime, WireTime};

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};

use crate::model::field::{Codec, Read};

/// The names of a model's fields on the wire.
pub(crate) trait FieldName: Sized {
    fn named(name: &str) -> Self;
}

/// A seed that reads the name of a field.
pub(crate) struct Name<K>(PhantomData<K>);

impl<K> Name<K> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, K: FieldName> DeserializeSeed<'de> for Name<K> {
    type Value = K;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<K: FieldName> Visitor<'_> for Name<K> {
    type Value = K;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<K, E> {
        Ok(K::named(name))
    }
}

/// Reads the value of a field that has several names: one that holds nothing takes nothing away.
pub(crate) fn read_into<'de, T, C: Codec<T>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    map: &mut A,
) -> Result<(), A::Error> {
    if let Some(value) = map.next_value_seed(Read::<T, C>::new())? {
        *slot = Some(value);
    }
    Ok(())
}

/// The value that was read, or what stands for an absent one.
pub(crate) fn take<T, C: Codec<T>, E: de::Error>(
    slot: Option<T>,
    name: &'static str,
) -> Result<T, E> {
    slot.or_else(C::absent)
        .ok_or_else(|| E::missing_field(name))
}

/// A model: a type of fields.
pub(crate) trait Model {
    /// All names that its fields have on the wire.
    const NAMES: &'static [&'static str];
}

/// Declares a model:
///
/// ```text
/// model! {
///     /// What it is.
///     pub struct Agent {
///         /// Its field, named on the wire as here.
///         id: AgentId,
///         /// One with names of its own: the first is written, all are read.
///         display_name: String = "display_name" | "name",
///         /// One that is read and written in another way than its type says.
///         rating: Option<u32> as NumberText,
///     }
/// }
/// ```
///
/// Unknown fields are skipped; absent and null are one; the names are matched once, and values go
/// straight to their types, nothing is buffered.
macro_rules! model {
    (
        $(#[doc = $words:literal])*
        $(#[derive($($derived:ident),*)])?
        pub struct $model:ident { $($fields:tt)* }
    ) => {
        crate::model::fields! {
            $(#[doc = $words])*
            $(#[derive($($derived),*)])?
            pub struct $model { $($fields)* }
        }
        crate::model::written! { $model }

        impl<'de> serde::Deserialize<'de> for $model {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::model::field::Field::read(deserializer)
            }
        }
    };
}
pub(crate) use model;

/// Declares a model that is written as its fields say.
macro_rules! written {
    ($model:ident) => {
        impl serde::Serialize for $model {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::model::field::Field::write(self, serializer)
            }
        }
    };
}
pub(crate) use written;

/// Declares a model without serde's traits: one that has more forms than that of its fields.
macro_rules! fields {
    (
        $(#[doc = $words:literal])*
        $(#[derive($($derived:ident),*)])?
        $visibility:vis struct $model:ident {
            $(
                $(#[doc = $field_words:literal])*
                $field:ident: $type:ty $(as $codec:ty)? $(= $name:literal $(| $alias:literal)*)?
            ),* $(,)?
        }
    ) => {
        $(#[doc = $words])*
        $(#[derive($($derived),*)])?
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        $visibility struct $model {
            $($(#[doc = $field_words])* pub $field: $type,)*
        }

        crate::model::schema::described!($model, concat!($($words, "\n"),*), |generator| {
            let mut object = crate::model::schema::Object::default();
            $(object.field::<$type, crate::model::codec!($($codec)?)>(
                generator,
                &[crate::model::wire_name!($field $($name)?) $($(, $alias)*)?],
                concat!($($field_words, "\n"),*),
            );)*
            object.schema()
        });

        const _: () = {
            use crate::model::field::{Codec, Field, Written};
            use crate::model::{FieldName, Model, Name, codec, read_into, take, wire_name};
            use serde::de;
            use serde::ser::{SerializeStruct, Serializer};

            #[allow(non_camel_case_types)]
            enum Key {
                $($field,)*
                Unknown,
            }

            impl FieldName for Key {
                fn named(name: &str) -> Self {
                    match name {
                        $(wire_name!($field $($name)?) $($(| $alias)*)? => Self::$field,)*
                        _ => Self::Unknown,
                    }
                }
            }

            struct FieldsVisitor;

            impl<'de> de::Visitor<'de> for FieldsVisitor {
                type Value = $model;

                fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.write_str(concat!("an object (", stringify!($model), ")"))
                }

                fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<$model, A::Error> {
                    $(let mut $field: Option<$type> = None;)*
                    while let Some(key) = map.next_key_seed(Name::<Key>::new())? {
                        match key {
                            $(Key::$field => {
                                read_into::<$type, codec!($($codec)?), A>(&mut $field, &mut map)?;
                            })*
                            Key::Unknown => {
                                map.next_value::<de::IgnoredAny>()?;
                            }
                        }
                    }
                    Ok($model {
                        $($field: take::<$type, codec!($($codec)?), A::Error>(
                            $field,
                            wire_name!($field $($name)?),
                        )?,)*
                    })
                }
            }

            impl Model for $model {
                const NAMES: &'static [&'static str] =
                    &[$(wire_name!($field $($name)?) $($(, $alias)*)?),*];
            }

            impl Field for $model {
                fn read<'de, D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_map(FieldsVisitor)
                }

                fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let present = 0 $(+ usize::from(
                        !<codec!($($codec)?) as Codec<$type>>::is_absent(&self.$field),
                    ))*;
                    let mut object = serializer.serialize_struct(stringify!($model), present)?;
                    $(
                        let name = wire_name!($field $($name)?);
                        if <codec!($($codec)?) as Codec<$type>>::is_absent(&self.$field) {
                            object.skip_field(name)?;
                        } else {
                            object.serialize_field(
                                name,
                                &Written::<$type, codec!($($codec)?)>::new(&self.$field),
                            )?;
                        }
                    )*
                    object.end()
                }

                crate::model::schema::schema_of_type!();
            }
        };
    };
}
pub(crate) use fields;

/// The first name of a field on the wire.
macro_rules! wire_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}
pub(crate) use wire_name;

/// The codec of a field.
macro_rules! codec {
    () => {
        crate::model::field::AsIs
    };
    ($codec:ty) => {
        $codec
    };
}
pub(crate) use codec;
