//! `rustls::ClientConfig::builder()` finds ring beside the lean transport, since comm100 does not add aws-lc-rs.

use comm100::v1::DepartmentsApi as _;
use comm100::{Client, Credentials, ErrorKind, Platform};

fn other_code() {
    let config = rustls::ClientConfig::builder()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    assert!(config.enable_sni);
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
    println!("hyper_ring: ok");
}
