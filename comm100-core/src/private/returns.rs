//! Bounds on the types that a declaration returns, with the errors that users see; `values.rs`
//! explains how such bounds are made.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::{Decoder, Endpoint, RequestOptions};
use crate::{Download, Error, Items, Page, Pages};

/// A type that is read from a JSON response: any that is `serde::Deserialize` and borrows nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a JSON response",
    label = "what an endpoint returns needs `serde::Deserialize`",
    note = "add `#[derive(serde::Deserialize)]` to the type, or to the type that it contains",
    note = "`()` ignores the body, `Bytes` and `String` take it as it is",
    note = "status and headers are returned by `.send_with_response()`; `returns = T` takes the type without a `Result`"
)]
pub trait FromJson: Sized {
    #[doc(hidden)]
    fn decoder() -> Decoder<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromJson for T {
    fn decoder() -> Decoder<T> {
        Decoder::json()
    }
}

/// The response of an endpoint's method that returns `R`, which is a `Result<Self, comm100::Error>` by
/// whatever name.
///
/// The response's type is `Self`, so that rustc is silent here if it is in error already: a type that
/// is not a `Result` is reported only by [`Fallible`].
#[diagnostic::on_unimplemented(
    message = "an endpoint returns `Result<T, comm100::Error>`, not `{R}`",
    label = "not a `Result<T, comm100::Error>`",
    note = "`comm100::Result<T>` is short for it"
)]
pub trait ResponseOf<R> {
    #[doc(hidden)]
    const CHECKED: () = ();
}

impl<T> ResponseOf<Result<T, Error>> for T {}

/// Any `Result`, also with another error, so that a wrong error is reported only by [`ResponseOf`].
#[diagnostic::on_unimplemented(
    message = "an endpoint returns `Result<T, comm100::Error>`, not `{Self}`",
    label = "not a `Result<T, comm100::Error>`",
    note = "`comm100::Result<T>` is short for it"
)]
pub trait Fallible {
    /// The response's type.
    type Ok;
}

impl<T, E> Fallible for Result<T, E> {
    type Ok = T;
}

/// The response of a list with a `#[query(page)]` parameter: one that is a [`Page`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "with `#[query(page)]` an endpoint returns a type that is `comm100::Page`",
    note = "implement `comm100::Page` for the type, or make the parameter a plain `#[query]`"
)]
pub trait PagedResponse: Sized {
    /// The type of one item.
    type Item;
    /// The stream of the pages.
    type Pages;
    /// The stream of the items of all pages.
    type Items;

    #[doc(hidden)]
    fn pages<E: Endpoint<Response = Self>>(
        options: &RequestOptions<'_>,
        endpoint: &E,
    ) -> Self::Pages;

    #[doc(hidden)]
    fn items<E: Endpoint<Response = Self>>(
        options: &RequestOptions<'_>,
        endpoint: &E,
    ) -> Self::Items;
}

#[diagnostic::do_not_recommend]
impl<T: Page> PagedResponse for T {
    type Item = T::Item;
    type Pages = Pages<T>;
    type Items = Items<T>;

    fn pages<E: Endpoint<Response = Self>>(options: &RequestOptions<'_>, endpoint: &E) -> Pages<T> {
        options.pages(endpoint)
    }

    fn items<E: Endpoint<Response = Self>>(options: &RequestOptions<'_>, endpoint: &E) -> Items<T> {
        options.items(endpoint)
    }
}

/// The response types whose body is more than plain JSON, recognized by type: `()`, `Bytes` and
/// `String` are raw, a `Download` is streamed, an `Option` may have no body, and a list may be `null`.
pub trait RawBody: Sized {
    #[doc(hidden)]
    fn decoder() -> Decoder<Self>;
}

impl RawBody for () {
    fn decoder() -> Decoder<()> {
        Decoder::empty()
    }
}

/// 204, an empty body and `null` are `None`.
impl<T: DeserializeOwned> RawBody for Option<T> {
    fn decoder() -> Decoder<Self> {
        Decoder::optional()
    }
}

/// `null` is an empty list.
impl<T: DeserializeOwned> RawBody for Vec<T> {
    fn decoder() -> Decoder<Self> {
        Decoder::list()
    }
}

impl RawBody for Bytes {
    fn decoder() -> Decoder<Bytes> {
        Decoder::bytes()
    }
}

impl RawBody for Download {
    fn decoder() -> Decoder<Download> {
        Decoder::download()
    }
}

impl RawBody for String {
    fn decoder() -> Decoder<String> {
        Decoder::text()
    }
}
