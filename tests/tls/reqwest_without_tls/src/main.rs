//! `reqwest::Client::new()` panics if reqwest has rustls without a provider. comm100 turns on rustls in
//! reqwest, so it must turn on a provider too.

use comm100::v1::DepartmentsApi as _;
use comm100::{Client, Credentials, ErrorKind, Platform};

fn other_code() {
    let client = reqwest::Client::new();
    drop(client.get("https://127.0.0.1:1/").build().expect("a request"));
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // Before and after the client is built and has used TLS.
    other_code();
    let client = Client::builder()
        .platform(Platform::custom("https://127.0.0.1:1").expect("a platform"))
        .credentials(Credentials::new("agent@example.com", "API_KEY"))
        .build()
        .expect("a client");
    let error = client.list_departments().await.expect_err("no server listens");
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    other_code();
    println!("reqwest_without_tls: ok");
}
