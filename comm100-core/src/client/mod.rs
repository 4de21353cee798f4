//! The client and its builder.

mod build;
mod builder;
#[expect(
    clippy::module_inception,
    reason = "the folder has the name of its main type"
)]
mod client;
mod common_headers;
mod defaults;
mod limits;

pub use builder::ClientBuilder;
pub use client::Client;
pub(crate) use client::Inner;
pub(crate) use common_headers::CommonHeaders;
pub(crate) use defaults::{QueryPair, append};
