//! The traits that declared endpoints implement.

use crate::info::EndpointInfo;
#[cfg(feature = "openapi")]
use crate::info::description::Description;
use crate::request::Encoder;
use crate::response::Decoder;

/// One endpoint with its parameters: a request as a value.
///
/// Derive it on a struct (`#[derive(Endpoint)]`) and pass a value to
/// [`Client::call`](crate::Client::call). Every builder that `#[api]` makes
/// implements it too.
pub trait Endpoint {
    /// The type that a successful call returns.
    type Response;

    /// The declaration.
    const ENDPOINT: EndpointInfo;

    // The defaults keep hidden types out of rustc's message for an implementation by hand.
    #[doc(hidden)]
    fn encode(&self, request: &mut Encoder) {
        let _ = request;
        // It depends on `Self`, so that rustc evaluates it for an implementation alone.
        const {
            assert!(
                size_of::<&Self>() == 0,
                "`Endpoint` must be derived: `#[derive(Endpoint)]`"
            );
        }
    }

    #[doc(hidden)]
    #[must_use]
    fn decoder() -> DecoderOf<Self> {
        const {
            assert!(
                size_of::<&Self>() == 0,
                "`Endpoint` must be derived: `#[derive(Endpoint)]`"
            );
        }
        unreachable!("it does not compile")
    }

    #[cfg(feature = "openapi")]
    #[doc(hidden)]
    fn describe(description: &mut Description) {
        let _ = description;
    }
}

/// The decoder of an endpoint's response.
///
/// A signature without the response's type: rustc would report a type that is in error for each
/// signature that names it.
#[doc(hidden)]
pub struct DecoderOf<E: Endpoint + ?Sized>(Decoder<E::Response>);

impl<E: Endpoint + ?Sized> DecoderOf<E> {
    #[must_use]
    pub fn new(decoder: Decoder<E::Response>) -> Self {
        Self(decoder)
    }

    pub(crate) fn get(self) -> Decoder<E::Response> {
        self.0
    }
}

/// An endpoint with a `#[query(page)]` parameter.
pub trait PagedEndpoint: Endpoint {
    /// The type of the items of a page.
    type Item;
}
