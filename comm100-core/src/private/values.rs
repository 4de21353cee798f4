//! The traits that the types of parameters must implement, with the messages for types that do not.
//!
//! Generated code names each of the user's types once, as `<Type as Bound>::..`, with the type's own
//! tokens: rustc then reports a missing bound on the type, without a note about generated code. No
//! bound has serde's trait as a supertrait, which would be reported instead, and the blanket
//! implementations are `do_not_recommend` for the same reason.

use bytes::Bytes;
use serde::Serialize;

use super::Encoder;
use crate::Part;
use crate::media_type::BYTES;

/// A value that fills one segment of a path: any type that serializes as one string, number,
/// `bool`, unit variant, or newtype of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a path segment",
    label = "a path parameter needs `serde::Serialize`",
    note = "any type that serializes as one string, number or bool works: add `#[derive(serde::Serialize)]` to a newtype or enum, or take `&str`"
)]
pub trait PathValue {
    #[doc(hidden)]
    fn segment(&self, name: &'static str, request: &mut Encoder);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> PathValue for T {
    fn segment(&self, name: &'static str, request: &mut Encoder) {
        request.segment(name, self);
    }
}

/// A value of a query parameter: any type that serializes as one string, number, `bool`, unit
/// variant or newtype of one, or a sequence of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a query value",
    label = "a `#[query]` parameter needs `serde::Serialize`",
    note = "any type that serializes as one string, number or bool, or a list of them, works: add `#[derive(serde::Serialize)]` to the type",
    note = "a struct with several fields is sent as several keys by `#[query(flatten)]`"
)]
pub trait QueryValue {
    #[doc(hidden)]
    fn query(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn query_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> QueryValue for T {
    fn query(&self, name: &'static str, request: &mut Encoder) {
        request.query(name, self);
    }

    fn query_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder) {
        request.query_joined(name, separator, self);
    }
}

/// A value of a form parameter: any type that serializes as one string, number, `bool`, unit
/// variant or newtype of one, or a sequence of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a form value",
    label = "a `#[form]` parameter needs `serde::Serialize`",
    note = "any type that serializes as one string, number or bool, or a list of them, works: add `#[derive(serde::Serialize)]` to the type",
    note = "a struct with several fields is sent as several keys by `#[form(flatten)]`"
)]
pub trait FormValue {
    #[doc(hidden)]
    fn form(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn form_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> FormValue for T {
    fn form(&self, name: &'static str, request: &mut Encoder) {
        request.form(name, self);
    }

    fn form_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder) {
        request.form_joined(name, separator, self);
    }
}

/// A struct or map whose fields or entries become keys of the query or the form.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be flattened",
    label = "`flatten` needs a struct or map that is `serde::Serialize`",
    note = "add `#[derive(serde::Serialize)]` to the struct"
)]
pub trait FlattenValue {
    #[doc(hidden)]
    fn query_flattened(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn form_flattened(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn field_flattened(
        &self,
        name: &'static str,
        declared: &'static [&'static str],
        request: &mut Encoder,
    );
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> FlattenValue for T {
    fn query_flattened(&self, name: &'static str, request: &mut Encoder) {
        request.query_flattened(name, self);
    }

    fn form_flattened(&self, name: &'static str, request: &mut Encoder) {
        request.form_flattened(name, self);
    }

    fn field_flattened(
        &self,
        name: &'static str,
        declared: &'static [&'static str],
        request: &mut Encoder,
    ) {
        request.field_flattened(name, declared, self);
    }
}

/// A value of a header: any type that serializes as one string, number, `bool`, unit variant or
/// newtype of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a header",
    label = "a `#[header]` parameter needs `serde::Serialize`",
    note = "any type that serializes as one string, number or bool works: add `#[derive(serde::Serialize)]` to a newtype or enum, or take `&str`"
)]
pub trait HeaderField {
    #[doc(hidden)]
    fn header(&self, name: &'static str, header: &'static str, request: &mut Encoder);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> HeaderField for T {
    fn header(&self, name: &'static str, header: &'static str, request: &mut Encoder) {
        request.header(name, header, self);
    }
}

/// A member of a JSON object body: any type that implements `Serialize`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a member of a JSON body",
    label = "a `#[field]` parameter needs `serde::Serialize`",
    note = "add `#[derive(serde::Serialize)]` to the type, or to the type in it"
)]
pub trait FieldValue {
    #[doc(hidden)]
    fn field(&self, name: &'static str, prefix: &'static str, request: &mut Encoder);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> FieldValue for T {
    fn field(&self, name: &'static str, prefix: &'static str, request: &mut Encoder) {
        request.field(name, prefix, self);
    }
}

/// A whole JSON body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a JSON body",
    label = "a `#[json]` parameter needs `serde::Serialize`",
    note = "add `#[derive(serde::Serialize)]` to the type, or to the type in it"
)]
pub trait JsonBody {
    #[doc(hidden)]
    fn json(&self, name: &'static str, request: &mut Encoder);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> JsonBody for T {
    fn json(&self, name: &'static str, request: &mut Encoder) {
        request.json(name, self);
    }
}

/// A whole body that is sent as it is: bytes or a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a body",
    label = "a `#[body]` parameter must be `&[u8]`, `Vec<u8>`, `Bytes`, `&str` or `String`",
    note = "`#[json]` sends any type that implements `Serialize`"
)]
pub trait BodyValue {
    #[doc(hidden)]
    fn body(&self, content_type: Option<&'static str>, request: &mut Encoder);
}

const TEXT: &str = "text/plain; charset=utf-8";

impl BodyValue for [u8] {
    fn body(&self, content_type: Option<&'static str>, request: &mut Encoder) {
        request.raw(content_type.unwrap_or(BYTES), Bytes::copy_from_slice(self));
    }
}

impl BodyValue for Vec<u8> {
    fn body(&self, content_type: Option<&'static str>, request: &mut Encoder) {
        self.as_slice().body(content_type, request);
    }
}

impl BodyValue for Bytes {
    fn body(&self, content_type: Option<&'static str>, request: &mut Encoder) {
        request.raw(content_type.unwrap_or(BYTES), self.clone());
    }
}

impl BodyValue for str {
    fn body(&self, content_type: Option<&'static str>, request: &mut Encoder) {
        self.as_bytes().body(content_type.or(Some(TEXT)), request);
    }
}

impl BodyValue for String {
    fn body(&self, content_type: Option<&'static str>, request: &mut Encoder) {
        self.as_str().body(content_type, request);
    }
}

impl<T: BodyValue + ?Sized> BodyValue for &T {
    fn body(&self, content_type: Option<&'static str>, request: &mut Encoder) {
        (**self).body(content_type, request);
    }
}

/// A part of a `multipart/form-data` body: any type that serializes as one string, number, `bool`,
/// unit variant or newtype of one, or a [`Part`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a part of a form",
    label = "a `#[part]` parameter needs `serde::Serialize`, or is a `comm100::Part`",
    note = "any type that serializes as one string, number or bool works; `Part::bytes` and `Part::file` are for all else"
)]
pub trait PartValue {
    #[doc(hidden)]
    fn part(&self, name: &'static str, request: &mut Encoder);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> PartValue for T {
    fn part(&self, name: &'static str, request: &mut Encoder) {
        request.part_text(name, self);
    }
}

impl PartValue for Part {
    fn part(&self, name: &'static str, request: &mut Encoder) {
        request.part(name, self);
    }
}

impl PartValue for &Part {
    fn part(&self, name: &'static str, request: &mut Encoder) {
        request.part(name, self);
    }
}

/// A page number: `u32`, or `Option<u32>` to start at the first page.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page number",
    label = "a `#[query(page)]` parameter must be `u32` or `Option<u32>`"
)]
pub trait PageNumber: Sized {
    #[doc(hidden)]
    fn page(&self, name: &'static str, first: u32, request: &mut Encoder);
}

impl PageNumber for u32 {
    fn page(&self, name: &'static str, first: u32, request: &mut Encoder) {
        request.page(name, first, Some(*self));
    }
}
