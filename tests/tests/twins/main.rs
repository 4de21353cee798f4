//! The corrected code for each mistake in `compile_fail`: it compiles and sends the intended request.

mod attributes;
mod bodies;
mod derive;
mod parameters;
mod signatures;
mod templates;
mod types;

use comm100::{Client, Credentials, Platform, Result};

/// A client for building requests; it never sends one.
fn client() -> Client {
    Client::builder()
        .platform(Platform::Hosted)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .build()
        .expect("a client")
}

/// The verb, the target after the base URL, and the body.
fn sent(request: Result<http::Request<bytes::Bytes>>) -> String {
    let request = request.expect("a request");
    let target = request.uri().to_string();
    let target = target.replace("https://hosted.comm100.com/api/", "");
    let body = String::from_utf8_lossy(request.body()).into_owned();
    format!("{} {target} {body}", request.method())
        .trim_end()
        .to_owned()
}
