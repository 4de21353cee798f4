//! Declarations in hostile crates: each module is one, and calls its endpoints.

#![deny(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused,
    warnings,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![forbid(unsafe_code)]

mod equal_names;
mod function;
mod hundred;
mod keywords;
mod lints;
mod locals;
mod lower_case;
mod macro_rules;
mod no_prelude;
mod shadowed;
mod single_letters;
mod strict;
mod visibility;

use comm100::{Client, Credentials, Platform, Result};

/// A client for building requests; it never sends one.
fn client() -> Client {
    Client::builder()
        .platform(Platform::Hosted)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .build()
        .expect("a client")
}

/// The request of a builder: `GET livechat/tickets?keyword=x`, then the body.
fn sent(request: Result<http::Request<bytes::Bytes>>) -> String {
    let request = request.expect("a request");
    let target = request.uri().to_string();
    let target = target.replace("https://hosted.comm100.com/api/v1/", "");
    let body = String::from_utf8_lossy(request.body()).into_owned();
    format!("{} {target} {body}", request.method())
        .trim_end()
        .to_owned()
}
