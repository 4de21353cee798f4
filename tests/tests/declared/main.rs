//! The expansion of a declaration: the trait, its builders, their values and responses.

mod builder_names;
mod call_builders;
mod call_docs;
mod information;
mod lifetimes;
mod providers;
mod responses;
mod structs;
mod values;

use comm100::{Client, Credentials, Platform, Result};

/// A client for building requests; it never sends one.
fn client() -> Client {
    Client::builder()
        .platform(Platform::Hosted)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .build()
        .expect("a client")
}

/// The verb, and the target after the base URL.
fn sent(request: Result<http::Request<bytes::Bytes>>) -> String {
    let request = request.expect("a request");
    let target = request.uri().to_string();
    let target = target.replace("https://hosted.comm100.com/api/v1/", "");
    format!("{} {target}", request.method())
}
