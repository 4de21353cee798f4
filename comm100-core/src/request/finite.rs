//! Finds floats that JSON cannot represent, NaN and infinity, at any depth of a value.

use std::fmt;

use serde::Serialize;
use serde::ser::{
    Error, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// Returns false if the value is, or contains, NaN or infinity.
pub(super) fn is_finite<T: Serialize + ?Sized>(value: &T) -> bool {
    !matches!(value.serialize(Finite), Err(Stopped::NotFinite))
}

/// Writes nothing; fails at the first float that is not finite.
struct Finite;

/// The reason why the search stopped.
#[derive(Debug)]
enum Stopped {
    NotFinite,
    /// The value's own `Serialize` failed.
    Own,
}

impl fmt::Display for Stopped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the search stopped")
    }
}

impl std::error::Error for Stopped {}

impl Error for Stopped {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Own
    }
}

type Found = Result<(), Stopped>;

/// Methods for values without floats.
macro_rules! finite {
    ($($method:ident($($argument:ty),*);)*) => {
        $(fn $method(self, $(_: $argument),*) -> Found {
            Ok(())
        })*
    };
}

/// Methods for values that contain one other value.
macro_rules! search {
    ($($method:ident($($argument:ty),*);)*) => {
        $(fn $method<T: Serialize + ?Sized>(self, $(_: $argument,)* value: &T) -> Found {
            value.serialize(self)
        })*
    };
}

/// Methods for values that contain many other values.
macro_rules! search_each {
    ($($method:ident($($argument:ty),*);)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<Self, Stopped> {
            Ok(self)
        })*
    };
}

impl Serializer for Finite {
    type Ok = ();
    type Error = Stopped;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn serialize_f32(self, value: f32) -> Found {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Found {
        value.is_finite().then_some(()).ok_or(Stopped::NotFinite)
    }

    finite! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
        serialize_char(char);
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
    }

    search! {
        serialize_some();
        serialize_newtype_struct(&'static str);
        serialize_newtype_variant(&'static str, u32, &'static str);
    }

    search_each! {
        serialize_seq(Option<usize>);
        serialize_tuple(usize);
        serialize_tuple_struct(&'static str, usize);
        serialize_tuple_variant(&'static str, u32, &'static str, usize);
        serialize_map(Option<usize>);
        serialize_struct(&'static str, usize);
        serialize_struct_variant(&'static str, u32, &'static str, usize);
    }
}

/// The traits for values in a list or an object.
macro_rules! search_in {
    ($($name:ident: $method:ident($($argument:ty)?);)*) => {
        $(impl $name for Finite {
            type Ok = ();
            type Error = Stopped;

            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $argument,)? value: &T) -> Found {
                value.serialize(Self)
            }

            fn end(self) -> Found {
                Ok(())
            }
        })*
    };
}

search_in! {
    SerializeSeq: serialize_element();
    SerializeTuple: serialize_element();
    SerializeTupleStruct: serialize_field();
    SerializeTupleVariant: serialize_field();
    SerializeStruct: serialize_field(&'static str);
    SerializeStructVariant: serialize_field(&'static str);
}

impl SerializeMap for Finite {
    type Ok = ();
    type Error = Stopped;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Found {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Found {
        value.serialize(Self)
    }

    fn end(self) -> Found {
        Ok(())
    }
}
