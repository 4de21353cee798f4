//! Detects, at compile time, return types that are not a `Result`.

use std::marker::PhantomData;

/// The response's type of a return type without arguments, such as `TicketResult`: `()` if that is not
/// a `Result` at all, so that only [`ResponseOf`](super::ResponseOf) reports it. A failing [`Fallible`](super::Fallible) would be reported
/// for each signature that names the response.
pub trait Selected {
    /// The response's type.
    type Ok;
}

/// A return type, and what [`Probe`] says of it.
pub struct Return<R, const IS_RESULT: bool>(PhantomData<fn() -> R>);

impl<T, E> Selected for Return<Result<T, E>, true> {
    type Ok = T;
}

impl<R> Selected for Return<R, false> {
    type Ok = ();
}

/// Shows if a type is a `Result`: an inherent constant comes before a trait's.
pub struct Probe<R>(PhantomData<fn() -> R>);

impl<T, E> Probe<Result<T, E>> {
    /// It is one.
    pub const IS_RESULT: bool = true;
}

/// The answer for all other types.
pub trait NotResult {
    /// It is not one.
    const IS_RESULT: bool = false;
}

impl<R> NotResult for Probe<R> {}
