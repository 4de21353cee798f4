//! Reads any JSON value without an error: what a type cannot read is `None`.

use std::fmt;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The kinds of JSON values that something can be read from. By default none is: scalars are
/// ignored, lists and objects are skipped.
pub(crate) trait Shape: Sized {
    type Value;

    fn text(self, _text: &str) -> Option<Self::Value> {
        None
    }

    fn owned_text(self, text: String) -> Option<Self::Value> {
        self.text(&text)
    }

    fn flag(self, _flag: bool) -> Option<Self::Value> {
        None
    }

    fn signed(self, _number: i64) -> Option<Self::Value> {
        None
    }

    fn unsigned(self, _number: u64) -> Option<Self::Value> {
        None
    }

    fn float(self, _number: f64) -> Option<Self::Value> {
        None
    }

    fn list<'de, A: SeqAccess<'de>>(self, list: A) -> Result<Option<Self::Value>, A::Error> {
        skip_list(list).map(|()| None)
    }

    fn object<'de, A: MapAccess<'de>>(self, object: A) -> Result<Option<Self::Value>, A::Error> {
        skip_object(object).map(|()| None)
    }
}

/// Reads a value of the shape; null and what it cannot read are `None`.
pub(crate) fn read<'de, S: Shape, D: Deserializer<'de>>(
    shape: S,
    deserializer: D,
) -> Result<Option<S::Value>, D::Error> {
    deserializer.deserialize_any(LenientVisitor(shape))
}

/// Skips the rest of a list.
pub(crate) fn skip_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<(), A::Error> {
    while list.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

/// Skips the rest of an object.
pub(crate) fn skip_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<(), A::Error> {
    while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

struct LenientVisitor<S>(S);

impl<'de, S: Shape> Visitor<'de> for LenientVisitor<S> {
    type Value = Option<S::Value>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.0.text(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(self.0.owned_text(text))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(self.0.flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(self.0.signed(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(self.0.unsigned(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(self.0.float(number))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        self.0.list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        self.0.object(object)
    }
}
