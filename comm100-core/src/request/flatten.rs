//! A serializer that makes the fields of a struct, or the entries of a map, keys of a query or form.

use serde::ser::{self, Impossible, Serialize, Serializer};

use super::pairs::{PairSink, Pairs};
use super::scalar::{self, Sink, Unsendable};

/// Writes each field or entry; `None` writes nothing.
pub(super) fn write<T: Serialize + ?Sized>(
    value: &T,
    pairs: &mut Pairs<'_>,
) -> Result<(), Unsendable> {
    value.serialize(FlattenSerializer { pairs })
}

struct FlattenSerializer<'a, 'b> {
    pairs: &'a mut Pairs<'b>,
}

fn reject<T>() -> Result<T, Unsendable> {
    Err(Unsendable::new(
        "`flatten` needs a struct or a map, and it is neither; send it as one key, without `flatten`",
    ))
}

type Never = Impossible<(), Unsendable>;

/// The scalars, which have no key.
macro_rules! reject_scalars {
    ($($method:ident: $type:ty,)*) => {
        $(fn $method(self, _: $type) -> Result<(), Unsendable> {
            reject()
        })*
    };
}

impl<'a, 'b> Serializer for FlattenSerializer<'a, 'b> {
    type Ok = ();
    type Error = Unsendable;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = FieldSerializer<'a, 'b>;
    type SerializeStruct = FieldSerializer<'a, 'b>;
    type SerializeStructVariant = Never;

    reject_scalars! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_str: &str,
        serialize_bytes: &[u8],
    }

    fn serialize_none(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
    ) -> Result<(), Unsendable> {
        reject()
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    /// `Department(3)` is the pair `department=3`, under its serialized name.
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        field(self.pairs, variant, value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Never, Unsendable> {
        reject()
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, Unsendable> {
        reject()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Unsendable> {
        reject()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unsendable> {
        reject()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<FieldSerializer<'a, 'b>, Unsendable> {
        Ok(FieldSerializer {
            pairs: self.pairs,
            key: String::new(),
        })
    }

    fn serialize_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<FieldSerializer<'a, 'b>, Unsendable> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unsendable> {
        reject()
    }
}

/// Writes one pair, or one for each item of a list. The error names the field.
fn field<T: Serialize + ?Sized>(
    pairs: &mut Pairs<'_>,
    name: &str,
    value: &T,
) -> Result<(), Unsendable> {
    let mut sink = FieldSink(PairSink {
        pairs: pairs.reborrow(),
        name,
    });
    scalar::write(value, &mut sink)
        .map_err(|why| Unsendable::new(format!("in its field `{name}`: {why}")))
}

struct FieldSerializer<'a, 'b> {
    pairs: &'a mut Pairs<'b>,
    key: String,
}

impl ser::SerializeStruct for FieldSerializer<'_, '_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        field(self.pairs, key, value)
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}

impl ser::SerializeMap for FieldSerializer<'_, '_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsendable> {
        let mut sink = KeySink(None);
        scalar::write(key, &mut sink)?;
        self.key = sink
            .0
            .ok_or_else(|| Unsendable::new("a key of it is absent; every key needs a name"))?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        let key = std::mem::take(&mut self.key);
        // A map's key is data, so the error does not name it.
        let mut sink = FieldSink(PairSink {
            pairs: self.pairs.reborrow(),
            name: &key,
        });
        scalar::write(value, &mut sink)
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}

/// Takes the values of a field. A `null` is absent, like `None`.
struct FieldSink<'a>(PairSink<'a>);

impl Sink for FieldSink<'_> {
    fn unit(&mut self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        self.0.value(text)
    }
}

struct KeySink(Option<String>);

impl Sink for KeySink {
    fn sequences(&self) -> bool {
        false
    }

    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        self.0 = Some(text.to_owned());
        Ok(())
    }
}
