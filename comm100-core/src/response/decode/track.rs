//! A deserializer around that of `serde_json`, which knows where it is.
//!
//! `serde_path_to_error` does the same, but shows the keys of maps, which are data.

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Visitor};

use super::mistake::Mistake;
use super::place::Record;
use super::tracked::{Context, Tracked, TrackedSeed, TrackedVisitor};

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for TrackedSeed<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let context = self.context;
        let tracked = Tracked {
            inner: deserializer,
            context,
        };
        self.inner
            .deserialize(tracked)
            .map_err(|mistake| context.fail(mistake))
    }
}

impl<'a, D> Tracked<'a, D> {
    fn visitor<V>(&self, visitor: V, names: &'static [&'static str]) -> TrackedVisitor<'a, V> {
        TrackedVisitor {
            inner: visitor,
            context: self.context,
            names,
        }
    }
}

macro_rules! forward {
    ($($method:ident($($argument:ident: $type:ty),*) $(names $names:ident)?;)*) => {
        $(fn $method<V: Visitor<'de>>(
            self,
            $($argument: $type,)*
            visitor: V,
        ) -> Result<V::Value, Mistake> {
            let names: &'static [&'static str] = forward!(@names $($names)?);
            let (context, visitor) = (self.context, self.visitor(visitor, names));
            self.inner.$method($($argument,)* visitor).map_err(|error| context.inner_error(&error))
        })*
    };
    (@names) => { &[] };
    (@names $names:ident) => { $names };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tracked<'_, D> {
    type Error = Mistake;

    forward! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) names fields;
        deserialize_enum(name: &'static str, variants: &'static [&'static str]) names variants;
        deserialize_ignored_any();
    }

    /// The key of a field, where that of a map is a string or any value.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        let (context, visitor) = (self.context, self.visitor(visitor, &[]));
        if let Some(key) = context.key {
            key.borrow_mut().is_name = true;
        }
        self.inner
            .deserialize_identifier(visitor)
            .map_err(|error| context.inner_error(&error))
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// Decodes a text again to find the place and the reason of its first mistake.
pub(super) fn find_mistake<T: DeserializeOwned>(text: &str) -> Option<(String, Mistake)> {
    let record = Record::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let context = Context {
        place: None,
        record: &record,
        key: None,
    };
    let tracked = Tracked {
        inner: &mut deserializer,
        context,
    };
    if let Err(mistake) = T::deserialize(tracked) {
        record.keep(None, mistake);
    }
    record.into_inner()
}
