//! What a declaration becomes: the trait, its builders, what they hold and give back.

mod information;
mod lenders;
mod lifetimes;
mod responses;
mod structs;
mod values;

use comm100::{Client, Credentials, Platform, Result};

/// A client that is only asked what it would send.
fn client() -> Client {
    Client::builder()
        .platform(Platform::Hosted)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .build()
        .expect("a client")
}

/// The verb and what follows the base URL.
fn sent(request: Result<http::Request<bytes::Bytes>>) -> String {
    let request = request.expect("a request");
    let target = request.uri().to_string();
    let target = target.replace("https://hosted.comm100.com/api/v1/", "");
    format!("{} {target}", request.method())
}
