//! What the types of parameters must be, and what a user reads when they are not.
//!
//! Generated code names each of a user's types once, as `<Type as Bound>::..`, with the type's own
//! tokens: rustc then reports a failing bound on the type, without a note that names generated code.
//! None has serde's trait as a supertrait, which would be reported in its place, and the blanket
//! implementations are `do_not_recommend`, for the same reason.

use serde::Serialize;

use super::Encoder;

/// A value that fills one segment of a path: any `Serialize` type that writes one string, number,
/// `bool`, unit variant, or newtype of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a path segment",
    label = "a path parameter needs `serde::Serialize`",
    note = "a type that writes one string, number or bool will do: add `#[derive(serde::Serialize)]` to a newtype or enum, or take `&str`"
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

/// A value of a query parameter: any `Serialize` type that writes one string, number, `bool`, unit
/// variant or newtype of one, or a sequence of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a query value",
    label = "a `#[query]` parameter needs `serde::Serialize`",
    note = "a type that writes one string, number or bool, or a list of them, will do: add `#[derive(serde::Serialize)]` to the type",
    note = "a struct with several fields is sent as several keys by `#[query(flatten)]`"
)]
pub trait QueryValue {
    #[doc(hidden)]
    fn query(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn query_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn query_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized;

    #[doc(hidden)]
    fn query_joined_if(
        value: &Option<Self>,
        name: &'static str,
        separator: &'static str,
        request: &mut Encoder,
    ) where
        Self: Sized;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> QueryValue for T {
    fn query(&self, name: &'static str, request: &mut Encoder) {
        request.query(name, self);
    }

    fn query_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder) {
        request.query_joined(name, separator, self);
    }

    fn query_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized,
    {
        if let Some(value) = value {
            request.query(name, value);
        }
    }

    fn query_joined_if(
        value: &Option<Self>,
        name: &'static str,
        separator: &'static str,
        request: &mut Encoder,
    ) where
        Self: Sized,
    {
        if let Some(value) = value {
            request.query_joined(name, separator, value);
        }
    }
}

/// A value of a form parameter: any `Serialize` type that writes one string, number, `bool`, unit
/// variant or newtype of one, or a sequence of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a form value",
    label = "a `#[form]` parameter needs `serde::Serialize`",
    note = "a type that writes one string, number or bool, or a list of them, will do: add `#[derive(serde::Serialize)]` to the type",
    note = "a struct with several fields is sent as several keys by `#[form(flatten)]`"
)]
pub trait FormValue {
    #[doc(hidden)]
    fn form(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn form_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn form_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized;

    #[doc(hidden)]
    fn form_joined_if(
        value: &Option<Self>,
        name: &'static str,
        separator: &'static str,
        request: &mut Encoder,
    ) where
        Self: Sized;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> FormValue for T {
    fn form(&self, name: &'static str, request: &mut Encoder) {
        request.form(name, self);
    }

    fn form_joined(&self, name: &'static str, separator: &'static str, request: &mut Encoder) {
        request.form_joined(name, separator, self);
    }

    fn form_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized,
    {
        if let Some(value) = value {
            request.form(name, value);
        }
    }

    fn form_joined_if(
        value: &Option<Self>,
        name: &'static str,
        separator: &'static str,
        request: &mut Encoder,
    ) where
        Self: Sized,
    {
        if let Some(value) = value {
            request.form_joined(name, separator, value);
        }
    }
}

/// A struct or map whose fields or entries are spread over the query or the form.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be spread over keys",
    label = "`flatten` needs a struct or map that is `serde::Serialize`",
    note = "add `#[derive(serde::Serialize)]` to the struct"
)]
pub trait FlattenValue {
    #[doc(hidden)]
    fn query_flattened(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn query_flattened_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized;

    #[doc(hidden)]
    fn form_flattened(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn form_flattened_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> FlattenValue for T {
    fn query_flattened(&self, name: &'static str, request: &mut Encoder) {
        request.query_flattened(name, self);
    }

    fn query_flattened_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized,
    {
        if let Some(value) = value {
            request.query_flattened(name, value);
        }
    }

    fn form_flattened(&self, name: &'static str, request: &mut Encoder) {
        request.form_flattened(name, self);
    }

    fn form_flattened_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized,
    {
        if let Some(value) = value {
            request.form_flattened(name, value);
        }
    }
}

/// A value of a header: any `Serialize` type that writes one string, number, `bool`, unit variant or
/// newtype of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a header",
    label = "a `#[header]` parameter needs `serde::Serialize`",
    note = "a type that writes one string, number or bool will do: add `#[derive(serde::Serialize)]` to a newtype or enum, or take `&str`"
)]
pub trait HeaderField {
    #[doc(hidden)]
    fn header(&self, name: &'static str, header: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn header_if(
        value: &Option<Self>,
        name: &'static str,
        header: &'static str,
        request: &mut Encoder,
    ) where
        Self: Sized;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> HeaderField for T {
    fn header(&self, name: &'static str, header: &'static str, request: &mut Encoder) {
        request.header(name, header, self);
    }

    fn header_if(
        value: &Option<Self>,
        name: &'static str,
        header: &'static str,
        request: &mut Encoder,
    ) where
        Self: Sized,
    {
        if let Some(value) = value {
            request.header(name, header, value);
        }
    }
}

/// A whole JSON body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a JSON body",
    label = "a `#[json]` parameter needs `serde::Serialize`",
    note = "add `#[derive(serde::Serialize)]` to the type, or to the type that it holds"
)]
pub trait JsonBody {
    #[doc(hidden)]
    fn json(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn json_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> JsonBody for T {
    fn json(&self, name: &'static str, request: &mut Encoder) {
        request.json(name, self);
    }

    fn json_if(value: &Option<Self>, name: &'static str, request: &mut Encoder)
    where
        Self: Sized,
    {
        if let Some(value) = value {
            request.json(name, value);
        }
    }
}

/// The number of a page: `u32`, or `Option<u32>` to start at the first one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the number of a page",
    label = "a `#[query(page)]` parameter is `u32` or `Option<u32>`"
)]
pub trait PageNumber: Sized {
    #[doc(hidden)]
    fn page(&self, name: &'static str, request: &mut Encoder);

    #[doc(hidden)]
    fn page_if(value: &Option<Self>, name: &'static str, request: &mut Encoder);
}

impl PageNumber for u32 {
    fn page(&self, name: &'static str, request: &mut Encoder) {
        request.page(name, Some(*self));
    }

    fn page_if(value: &Option<Self>, name: &'static str, request: &mut Encoder) {
        request.page(name, *value);
    }
}
