//! Visitors and accesses that pass the place on to the values within a value.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::mistake::Mistake;
use super::place::Step;
use super::tracked::{Context, Key, Tracked, TrackedSeed, TrackedVisitor};

macro_rules! visit_scalars {
    ($($method:ident($($value:ident: $type:ty)?);)*) => {
        $(fn $method<E: de::Error>(self $(, $value: $type)?) -> Result<V::Value, E> {
            self.inner.$method($($value)?).map_err(|mistake| self.context.fail(mistake))
        })*
    };
}

macro_rules! visit_text {
    ($($method:ident: $type:ty;)*) => {
        $(fn $method<E: de::Error>(self, text: $type) -> Result<V::Value, E> {
            if let Some(key) = self.context.key {
                key.borrow_mut().text = Some((*text).to_owned());
            }
            self.inner.$method(text).map_err(|mistake| self.context.fail(mistake))
        })*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for TrackedVisitor<'_, V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(formatter)
    }

    visit_scalars! {
        visit_bool(value: bool);
        visit_i8(value: i8);
        visit_i16(value: i16);
        visit_i32(value: i32);
        visit_i64(value: i64);
        visit_i128(value: i128);
        visit_u8(value: u8);
        visit_u16(value: u16);
        visit_u32(value: u32);
        visit_u64(value: u64);
        visit_u128(value: u128);
        visit_f32(value: f32);
        visit_f64(value: f64);
        visit_char(value: char);
        visit_bytes(value: &[u8]);
        visit_borrowed_bytes(value: &'de [u8]);
        visit_byte_buf(value: Vec<u8>);
        visit_none();
        visit_unit();
    }

    visit_text! {
        visit_str: &str;
        visit_borrowed_str: &'de str;
        visit_string: String;
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let context = self.context;
        let tracked = Tracked { inner, context };
        self.inner
            .visit_some(tracked)
            .map_err(|mistake| context.fail(mistake))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let context = self.context;
        let tracked = Tracked { inner, context };
        self.inner
            .visit_newtype_struct(tracked)
            .map_err(|mistake| context.fail(mistake))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let context = self.context;
        let tracked = TrackedSeq {
            inner,
            context,
            index: 0,
        };
        self.inner
            .visit_seq(tracked)
            .map_err(|mistake| context.fail(mistake))
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let context = self.context;
        let tracked = TrackedMap {
            inner,
            context,
            names: self.names,
            key: Key::default(),
        };
        self.inner
            .visit_map(tracked)
            .map_err(|mistake| context.fail(mistake))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let context = self.context;
        let tracked = TrackedEnum {
            inner,
            context,
            names: self.names,
        };
        self.inner
            .visit_enum(tracked)
            .map_err(|mistake| context.fail(mistake))
    }
}

struct TrackedSeq<'a, A> {
    inner: A,
    context: Context<'a>,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for TrackedSeq<'_, A> {
    type Error = Mistake;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        inner: T,
    ) -> Result<Option<T::Value>, Mistake> {
        let step = Step::Index(self.index);
        self.index += 1;
        self.context.at(step, |context| {
            self.inner.next_element_seed(TrackedSeed { inner, context })
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

struct TrackedMap<'a, A> {
    inner: A,
    context: Context<'a>,
    names: &'static [&'static str],
    key: Key,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for TrackedMap<'_, A> {
    type Error = Mistake;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        inner: K,
    ) -> Result<Option<K::Value>, Mistake> {
        let (outcome, key) = self
            .context
            .key(|context| self.inner.next_key_seed(TrackedSeed { inner, context }));
        self.key = key;
        outcome
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, inner: T) -> Result<T::Value, Mistake> {
        self.context.at(self.key.step(self.names), |context| {
            self.inner.next_value_seed(TrackedSeed { inner, context })
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

struct TrackedEnum<'a, A> {
    inner: A,
    context: Context<'a>,
    names: &'static [&'static str],
}

impl<'de, 'a, A: EnumAccess<'de>> EnumAccess<'de> for TrackedEnum<'a, A> {
    type Error = Mistake;
    type Variant = TrackedVariant<'a, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        inner: S,
    ) -> Result<(S::Value, Self::Variant), Mistake> {
        let (outcome, key) = self
            .context
            .key(|context| self.inner.variant_seed(TrackedSeed { inner, context }));
        let (value, inner) = outcome?;
        let variant = TrackedVariant {
            inner,
            context: self.context,
            names: self.names,
            key,
        };
        Ok((value, variant))
    }
}

struct TrackedVariant<'a, A> {
    inner: A,
    context: Context<'a>,
    names: &'static [&'static str],
    key: Key,
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for TrackedVariant<'_, A> {
    type Error = Mistake;

    fn unit_variant(self) -> Result<(), Mistake> {
        self.inner
            .unit_variant()
            .map_err(|error| self.context.inner_error(&error))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, inner: T) -> Result<T::Value, Mistake> {
        self.context.at(self.key.step(self.names), |context| {
            self.inner
                .newtype_variant_seed(TrackedSeed { inner, context })
        })
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, inner: V) -> Result<V::Value, Mistake> {
        self.context.at(self.key.step(self.names), |context| {
            let visitor = TrackedVisitor {
                inner,
                context,
                names: &[],
            };
            self.inner.tuple_variant(length, visitor)
        })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        inner: V,
    ) -> Result<V::Value, Mistake> {
        self.context.at(self.key.step(self.names), |context| {
            let visitor = TrackedVisitor {
                inner,
                context,
                names,
            };
            self.inner.struct_variant(names, visitor)
        })
    }
}
