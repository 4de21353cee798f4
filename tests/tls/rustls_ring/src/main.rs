//! `rustls::ClientConfig::builder()` finds ring, since comm100 does not add aws-lc-rs.

#[path = "../../client.rs"]
mod client;

fn other_code() {
    let config = rustls::ClientConfig::builder()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    assert!(config.enable_sni);
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    client::beside(other_code).await;
}
