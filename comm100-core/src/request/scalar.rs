//! A serializer for what fits into a path segment, a query or form value, or a
//! header: one scalar, or a flat list of them.

use serde::ser::{self, Impossible, Serialize, Serializer};

pub(super) use super::unsendable::{Unsendable, reject};

/// Receives a value's text, or the texts of a list's items.
pub(crate) trait Sink {
    fn value(&mut self, text: &str) -> Result<(), Unsendable>;

    /// Called when a list starts, which may turn out to be empty.
    fn list(&mut self) {}

    /// Called for `()`, which is also the `null` of a JSON value.
    fn unit(&mut self) -> Result<(), Unsendable> {
        reject("a unit or `null`")
    }

    /// Returns true if a list is accepted.
    fn sequences(&self) -> bool {
        true
    }
}

/// Writes a value; `None` writes nothing.
pub(crate) fn write<T: Serialize + ?Sized>(
    value: &T,
    sink: &mut dyn Sink,
) -> Result<(), Unsendable> {
    value.serialize(ScalarSerializer {
        sink,
        nested: false,
    })
}

/// Collects a list's items for joining.
#[derive(Default)]
pub(crate) struct ListSink {
    text: String,
    ends: Vec<usize>,
    present: bool,
}

impl ListSink {
    /// Returns true if there was neither a list nor a value.
    pub(crate) fn is_absent(&self) -> bool {
        !self.present
    }

    pub(crate) fn items(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let item = &self.text[start..end];
            start = end;
            item
        })
    }
}

impl Sink for ListSink {
    fn list(&mut self) {
        self.present = true;
    }

    fn value(&mut self, text: &str) -> Result<(), Unsendable> {
        self.present = true;
        self.text.push_str(text);
        self.ends.push(self.text.len());
        Ok(())
    }
}

struct ScalarSerializer<'a> {
    sink: &'a mut dyn Sink,
    nested: bool,
}

impl<'a> ScalarSerializer<'a> {
    fn list(self) -> Result<ListSerializer<'a>, Unsendable> {
        if self.nested || !self.sink.sequences() {
            return reject(if self.nested {
                "a list of lists or tuples"
            } else {
                "a list"
            });
        }
        self.sink.list();
        Ok(ListSerializer(self.sink))
    }

    /// Rejects a value with keys, which only a place that takes lists can have with `flatten`.
    fn spread<T>(self, what: &str) -> Result<T, Unsendable> {
        if self.nested || !self.sink.sequences() {
            return reject(what);
        }
        reject(&format!("{what} (use `flatten` for one)"))
    }
}

type Never = Impossible<(), Unsendable>;

macro_rules! write_integers {
    ($($method:ident: $type:ty,)*) => {
        $(fn $method(self, value: $type) -> Result<(), Unsendable> {
            self.sink.value(itoa::Buffer::new().format(value))
        })*
    };
}

impl<'a> Serializer for ScalarSerializer<'a> {
    type Ok = ();
    type Error = Unsendable;
    type SerializeSeq = ListSerializer<'a>;
    type SerializeTuple = TupleSerializer<'a>;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    fn serialize_bool(self, value: bool) -> Result<(), Unsendable> {
        self.sink.value(if value { "true" } else { "false" })
    }

    write_integers! {
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
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unsendable> {
        if !value.is_finite() {
            return Err(Unsendable::NotFinite);
        }
        self.sink.value(&value.to_string())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unsendable> {
        if !value.is_finite() {
            return Err(Unsendable::NotFinite);
        }
        self.sink.value(&value.to_string())
    }

    fn serialize_char(self, value: char) -> Result<(), Unsendable> {
        self.sink.value(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsendable> {
        self.sink.value(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unsendable> {
        reject("bytes")
    }

    fn serialize_none(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsendable> {
        self.sink.unit()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsendable> {
        reject("a unit")
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unsendable> {
        self.sink.value(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsendable> {
        reject("a variant with a value")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListSerializer<'a>, Unsendable> {
        self.list()
    }

    fn serialize_tuple(self, _: usize) -> Result<TupleSerializer<'a>, Unsendable> {
        self.list().map(|list| TupleSerializer {
            list,
            element: None,
        })
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Unsendable> {
        reject("a struct")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unsendable> {
        reject("a variant with values")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, Unsendable> {
        self.spread("a map")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Never, Unsendable> {
        self.spread("a struct")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unsendable> {
        reject("a variant with values")
    }
}

struct ListSerializer<'a>(&'a mut dyn Sink);

impl ListSerializer<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        value.serialize(ScalarSerializer {
            sink: self.0,
            nested: true,
        })
    }
}

impl ser::SerializeSeq for ListSerializer<'_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        self.item(value)
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}

/// An array, which is a list, or a tuple, which is not.
struct TupleSerializer<'a> {
    list: ListSerializer<'a>,
    /// The type of the elements so far.
    element: Option<&'static str>,
}

impl ser::SerializeTuple for TupleSerializer<'_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        let element = std::any::type_name::<T>();
        if *self.element.get_or_insert(element) != element {
            return reject("a tuple of different types");
        }
        self.list.item(value)
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}
