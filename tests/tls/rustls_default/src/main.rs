//! `rustls::ClientConfig::builder()` panics if rustls has two providers and none is installed. comm100 must not
//! add a second one.

#[path = "../../client.rs"]
mod client;

fn other_code() {
    let config = rustls::ClientConfig::builder()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    assert!(config.enable_sni);
    assert!(rustls::crypto::CryptoProvider::get_default().is_some());
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    client::beside(other_code).await;
}
