//! What the messages of `compile_fail` tell users to write: it compiles, and sends what is meant.

mod attributes;
mod derive;
mod parameters;
mod signatures;
mod templates;
mod types;

use comm100::{Client, Credentials, Platform, Result};

/// A client that is only asked what it would send.
fn client() -> Client {
    Client::builder()
        .platform(Platform::Hosted)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .build()
        .expect("a client")
}

/// The verb, what follows the base URL, and the body.
fn sent(request: Result<http::Request<bytes::Bytes>>) -> String {
    let request = request.expect("a request");
    let target = request.uri().to_string();
    let target = target.replace("https://hosted.comm100.com/api/", "");
    let body = String::from_utf8_lossy(request.body()).into_owned();
    format!("{} {target} {body}", request.method())
        .trim_end()
        .to_owned()
}
