//! The runtime of `comm100`: client, transport, encoding, decoding, errors.
//!
//! Use it through the facade crate, `comm100`, which re-exports it beside the macro and the
//! declared API. A call passes through it as follows: a generated builder passes its parameters to an
//! [`Encoder`](__private::Encoder), a [`Call`] sends the encoded request through the
//! [`Client`]'s [`Transport`], and a [`Decoder`](__private::Decoder) reads the body.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod call;
mod client;
mod endpoint;
mod environment;
mod error;
mod headers;
mod info;
mod media_type;
mod observe;
mod options;
mod pages;
mod platform;
mod policy;
mod private;
mod random;
mod request;
mod response;
mod service;
mod transport;

/// The boxed future that [`Transport`], [`QuotaStore`], [`TokenSource`] and [`Clock`] return.
pub use futures_core::future::BoxFuture;

pub use auth::{AccessToken, Credentials, TokenSource};
#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use blocking::{Blocking, BlockingDownload};
/// A response body as it came, for `Result<Bytes>`.
pub use bytes::Bytes;
pub use call::{Call, Response};
pub use client::{Client, ClientBuilder};
pub use endpoint::Endpoint;
pub use error::{ApiError, Error, ErrorKind, Result, Sent, TransportError};
pub use info::{EndpointInfo, ParameterInfo, Place};
pub use observe::{Latency, Stats};
pub use options::EndpointCall;
pub use pages::{Items, Page, Pages};
pub use platform::{BaseUrl, Origin, Platform};
pub use policy::clock::{Clock, SystemClock};
pub use policy::memory_store::MemoryQuotaStore;
#[cfg(feature = "redis")]
pub use policy::quota::RedisQuotaStore;
pub use policy::quota::{
    Admission, Quota, QuotaCount, QuotaKey, QuotaOutage, QuotaRequest, QuotaStore, RateKey,
    RateLimit, Turn,
};
pub use policy::retry::{Attempt, RetryPolicy, Verdict};
pub use request::{Part, RequestBody};
pub use response::{Body, Download, Reply};
pub use service::ApiVersion;
#[cfg(feature = "__hyper")]
#[cfg_attr(docsrs, doc(cfg(any(feature = "hyper", feature = "hyper-ring"))))]
pub use transport::HyperTransport;
#[cfg(feature = "reqwest")]
pub use transport::ReqwestTransport;
pub use transport::Transport;
#[cfg(feature = "tower")]
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
pub use transport::TransportService;

/// The bounds that the macro asserts on declared types. They are not implemented by hand, and compiler
/// messages explain them.
// Compiler messages name traits by their visible path: without this module that is `__private`.
pub mod type_bounds {
    pub use crate::options::AwaitOrSend;
    pub use crate::private::returns::*;
    pub use crate::private::tag::{JsonTag, TryFromResponseTag};
    pub use crate::private::values::*;
}

#[doc(hidden)]
pub mod __private {
    pub use crate::private::*;
}
