//! A serializer for what fits into a path segment, a query or form value, or a
//! header: one scalar, or a flat list of them.

use std::fmt;

use serde::ser::{self, Impossible, Serialize, Serializer};

/// Why a value cannot be sent; never the value.
#[derive(Debug)]
pub(crate) struct Unsendable(String);

impl Unsendable {
    pub(crate) fn new(why: String) -> Self {
        Self(why)
    }
}

impl fmt::Display for Unsendable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Unsendable {}

impl ser::Error for Unsendable {
    /// A type's own text may quote the value.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("its `Serialize` implementation failed".to_owned())
    }
}

/// Takes a value's text, or the texts of a list's items.
pub(crate) trait Sink {
    fn value(&mut self, text: &str) -> Result<(), Unsendable>;

    /// Called when a list starts, which may turn out to be empty.
    fn list(&mut self) {}

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
    /// Whether there was neither a list nor a value.
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
    fn refuse<T>(what: &str) -> Result<T, Unsendable> {
        Err(Unsendable(format!(
            "it is {what}; a value is a string, a number, a boolean or a unit variant"
        )))
    }

    fn integer(self, value: impl itoa::Integer) -> Result<(), Unsendable> {
        self.sink.value(itoa::Buffer::new().format(value))
    }

    fn list(self) -> Result<ListSerializer<'a>, Unsendable> {
        if self.nested || !self.sink.sequences() {
            return Self::refuse(if self.nested {
                "a list of lists"
            } else {
                "a list"
            });
        }
        self.sink.list();
        Ok(ListSerializer(self.sink))
    }
}

type Never = Impossible<(), Unsendable>;

impl<'a> Serializer for ScalarSerializer<'a> {
    type Ok = ();
    type Error = Unsendable;
    type SerializeSeq = ListSerializer<'a>;
    type SerializeTuple = ListSerializer<'a>;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    fn serialize_bool(self, value: bool) -> Result<(), Unsendable> {
        self.sink.value(if value { "true" } else { "false" })
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_i128(self, value: i128) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_u128(self, value: u128) -> Result<(), Unsendable> {
        self.integer(value)
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unsendable> {
        if !value.is_finite() {
            return Self::refuse("no finite number");
        }
        self.sink.value(&value.to_string())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unsendable> {
        if !value.is_finite() {
            return Self::refuse("no finite number");
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
        Self::refuse("bytes")
    }

    fn serialize_none(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsendable> {
        Self::refuse("a unit")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsendable> {
        Self::refuse("a unit")
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
        Self::refuse("a variant that holds a value")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListSerializer<'a>, Unsendable> {
        self.list()
    }

    fn serialize_tuple(self, _: usize) -> Result<ListSerializer<'a>, Unsendable> {
        self.list()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Unsendable> {
        Self::refuse("a struct")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unsendable> {
        Self::refuse("a variant that holds values")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, Unsendable> {
        Self::refuse("a map (`flatten` spreads one)")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Never, Unsendable> {
        Self::refuse("a struct (`flatten` spreads one)")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unsendable> {
        Self::refuse("a variant that holds values")
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

impl ser::SerializeTuple for ListSerializer<'_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        self.item(value)
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}
