//! The runtime of `comm100`: client, transport, encoding, decoding, errors.
//!
//! Use it through the facade crate, `comm100`, which re-exports it beside the macro and the
//! declared API. The order of things: a builder that the macro made hands its parameters to an
//! [`Encoder`](__private::Encoder), a [`Call`] sends what came out of it through the
//! [`Client`]'s [`Transport`], and a [`Decoder`](__private::Decoder) reads the body.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "blocking")]
mod blocking;
mod body;
mod builder;
mod call;
mod client;
mod clock;
mod compression;
mod credentials;
mod decode;
#[cfg(feature = "openapi")]
mod describe;
mod door;
mod draft;
mod encode;
mod endpoint;
mod error;
mod execute;
mod headers;
#[cfg(feature = "tower")]
mod middleware;
mod observe;
mod pages;
mod platform;
mod quota;
mod retry;
mod settings;
#[cfg(any(feature = "hyper", feature = "rustls"))]
mod tls;
mod transport;
#[cfg(feature = "hyper")]
mod transport_hyper;
#[cfg(feature = "reqwest")]
mod transport_reqwest;
mod wire;

/// The boxed future that [`Transport`], [`QuotaStore`] and [`Clock`] give.
pub use futures_core::future::BoxFuture;

#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use blocking::Blocking;
pub use body::Body;
pub use builder::ClientBuilder;
/// A response body as it came, for `Result<Bytes>`.
pub use bytes::Bytes;
pub use call::{Call, EndpointCall, Response};
pub use client::Client;
pub use clock::{Clock, SystemClock};
pub use credentials::Credentials;
pub use decode::Reply;
pub use endpoint::{Endpoint, EndpointInfo, ParameterInfo, Place};
pub use error::{ApiError, Error, ErrorKind, Result, Sent};
#[cfg(feature = "tower")]
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
pub use middleware::TransportService;
pub use observe::{Latency, Stats};
pub use pages::{Items, Page, Pages};
pub use platform::{ApiVersion, Origin, Platform};
#[cfg(feature = "redis")]
pub use quota::RedisQuotaStore;
pub use quota::{Quota, QuotaCount, QuotaKey, QuotaOutage, QuotaStore};
pub use retry::RetryPolicy;
pub use transport::{Transport, TransportError};
#[cfg(feature = "hyper")]
pub use transport_hyper::HyperTransport;
#[cfg(feature = "reqwest")]
pub use transport_reqwest::ReqwestTransport;

/// What the types of a declaration must be. The macro asserts these bounds on the declared types;
/// nobody implements them by hand.
pub mod bounds {
    pub use crate::door::returns::*;
    pub use crate::door::tag::{JsonTag, RefusalTag};
    pub use crate::door::values::*;
}

#[doc(hidden)]
pub mod __private {
    pub use crate::door::*;
}
