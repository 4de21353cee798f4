//! The client beside other code, which may not notice it.

use comm100::v1::DepartmentsApi as _;
use comm100::{Client, Credentials, ErrorKind, Platform};

/// Runs the other code before and after a client is built and has used TLS.
pub async fn beside(other_code: fn()) {
    other_code();
    let client = Client::builder()
        .platform(Platform::custom("https://127.0.0.1:1").expect("a platform"))
        .credentials(Credentials::new("agent@example.com", "API_KEY"))
        .build()
        .expect("a client");
    let error = client.list_departments().await.expect_err("no server listens");
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    other_code();
    println!("{}: ok", env!("CARGO_PKG_NAME"));
}
