//! Selects the decoder of a response type by the order in which rustc looks for a method:
//! inherent methods of `Tag<T>`, then traits by value, then traits by reference.
//!
//! Generated code says `Tag::<T>::new().decoder::<T>()`; the repeated type puts an error on the
//! user's own tokens.

use std::marker::PhantomData;

use super::Decoder;
use super::returns::{FromJson, RawBody};
use crate::Reply;

/// Represents a response type, without a value of it.
pub struct Tag<T>(PhantomData<fn() -> T>);

impl<T> Tag<T> {
    /// Creates the tag of `T`.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Default for Tag<T> {
    fn default() -> Self {
        Self::new()
    }
}

// One inherent implementation over a trait, not three over types: with three, a return type that is
// in error already would get a second one about "multiple applicable items".
impl<T: RawBody> Tag<T> {
    /// Returns the decoder of a body that is more than plain JSON.
    #[must_use]
    pub fn decoder<R>(self) -> Decoder<T> {
        T::decoder()
    }
}

/// Selects response types that can reject a body, by value.
pub trait TryFromResponseTag<T> {
    /// Returns the decoder of JSON that the type may reject.
    fn decoder<R>(self) -> Decoder<T>;
}

impl<T: Reply> TryFromResponseTag<T> for Tag<T> {
    fn decoder<R>(self) -> Decoder<T> {
        Decoder::checked()
    }
}

/// Selects JSON for all other types, by reference.
pub trait JsonTag {
    /// Returns the decoder of JSON.
    fn decoder<R: FromJson>(self) -> Decoder<R>;
}

impl<T> JsonTag for &Tag<T> {
    fn decoder<R: FromJson>(self) -> Decoder<R> {
        R::decoder()
    }
}
